/**
 * What English sentences look like that somebody might want to read who did not ask. Figures and what
 * somebody said are the same in most languages; other scripts have no capitals to know names by.
 */

export const figures =
  /[$€£¥]?\d[\d,.]*\d(?:\s?(?:%|percent|km|million|billion|trillion))?|\d+\s?%/g;

/** Names inside sentences, where only names have capitals; with their possessive endings. */
export const names =
  /(?<=[\p{L},;:"“(]\s["“(]?)\p{Lu}[\p{L}\p{N}'’-]+(?:\s\p{Lu}[\p{L}\p{N}'’-]+)*/gu;

export const sayings = /["“][^"“”]{12,}["”]/g;

/** A sentence that begins so leans on the one before it. */
export const leaning =
  /^(?:and|but|so|yet|still|also|even so|here|there|then|thus|instead|however|in contrast|besides|moreover|all this|all of|it|its|they|them|their|he|his|she|her|this|that|these|those|such|both|the two|one|on the other hand|at the same time|with that|with this|the author|the article)\b|^[^.;]{0,40},\s(?:however|though|in contrast|too|besides|rather|on the other hand)\b/i;

/** What was news on the day it was written. */
export const ofItsDay =
  /\b(?:(?:this|last|next) (?:week|month|year|few days)|the last few days|(?:on|by) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|just before|a short time ago|have just|recent rhetoric)\b/i;

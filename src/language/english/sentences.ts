/** A name or number follows: "Gen. Dunford", "No. 5"; so do initials: "J. Edgar". */
const beforeName =
  /(?:^|[\s("“[])(?:Mrs?|Ms|Drs?|Profs?|Gens?|Col|Lt|Maj|Sgt|Capt|Cmdr|Adm|Sens?|Reps?|Govs?|Pres|Hon|Rev|Fr|St|Mt|Ft|Amb|Messrs|vs?|cf|Figs?|Eqs?|Vols?|Nos?|pp?|ca?|approx|e\.g|i\.e|viz|al|\p{Lu})\.\s*$/u;

/** These end a sentence too, unless what follows says otherwise. */
const withinSentence =
  /(?:^|[\s("“[])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Co|Bros|Jr|Sr|etc|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

const opensSentence =
  /^(?:The|A|An|In|On|At|It|Its|He|She|They|We|I|But|And|Or|So|This|That|These|Those|There|However|When|While|After|Before|If|As|For|With|By|From|His|Her|Their|What|Why|How|Who)\b/;

/** Whether a full stop is one of an abbreviation, by the end of the text before it and what follows. */
export function isAbbreviation(tail: string, rest: string): boolean {
  if (!/\.\s*$/.test(tail)) return false;
  if (beforeName.test(tail)) return !opensSentence.test(rest) || /\b(?:e\.g|i\.e)\.\s*$/.test(tail);
  return withinSentence.test(tail) && !opensSentence.test(rest) && /^[\p{Ll}\p{Lu}\d(]/u.test(rest);
}

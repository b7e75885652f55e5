import { isCommonEnglishWord } from '../../language/english/common-words.ts';

const particle = `(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ten|ter|af|zu|y|e)`;
const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const name = new RegExp(
  String.raw`^${word}(?: (?:${particle}|${word})){1,4}(?:, (?:Jr|Sr)\.?|, (?:II|III|IV|V))?$`,
  'u',
);
const mononym = new RegExp(`^${word}$`, 'u');
const han = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}[·・]\p{Script=Han}{1,8}$/u;

const honorific =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Hon|Rev|Gen|Col|Maj|Lt|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Amb|Professor|Ambassador|General|Colonel|Admiral|Senator)\.?(?:\s|$))+/u;
const degrees = /(?:,?\s+(?:Ph\.?D\.?|M\.?A\.?|M\.?D\.?|J\.?D\.?|M\.?Sc\.?|B\.?A\.?|Esq\.?))+$/u;

/** Whether a text is only what stands behind the name of who has a degree: `PhD`. */
export function isDegree(text: string): boolean {
  return degrees.test(` ${text}`) && text.length <= 6;
}

/** What follows a comma and still belongs to the name. */
export const nameSuffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV|V)$/u;

/** What people are, and where they are it: no part of a name. */
const role =
  /\b(?:senior|junior|fellows?|director|professor|lecturer|researchers?|research|scholar|analysts?|editors?|correspondents?|reporters?|writers?|columnists?|contributors?|contributing|staff|chief|bureau|president|chairman|minister|ambassador|advis[eo]r|experts?|specialist|associate|assistant|universit\p{L}*|institut\p{L}*|college|school|cent(?:er|re)|council|foundation|department|academy|project|program(?:me)?|technologist|economist|historian|journalist|student|candidate|photographers?|producers?|корреспондент|редактор|профессор|институт|университет)\b/iu;

/** What the name of a body holds and that of a person hardly ever. */
const body =
  /\b(?:corporation|corp|company|inc|ltd|ministry|committee|commission|endowment|association|organi[sz]ation|society|union|forum|group|alliance|agency|bureau|office|government|party|army|navy|force|watch|international|embassy|newsroom)\b/iu;

/** Whether a text says what somebody is or where they work. */
export function isRole(text: string): boolean {
  return role.test(text) || /大学|研究所|研究院|学院|中心/u.test(text);
}

/** A person's name as a record keeps it; undefined where the text is not formed like one. */
export function personName(text: string): string | undefined {
  const plain = bare(text);
  const isOne = (name.test(plain) || han.test(plain)) && !isRole(plain) && !body.test(plain);
  return isOne ? inMixedCase(plain) : undefined;
}

/** A name of one word, which only a byline can vouch for. */
export function singleName(text: string): string | undefined {
  const plain = bare(text);
  return mononym.test(plain) && plain.length > 1 && !isRole(plain) ? inMixedCase(plain) : undefined;
}

/** Whether a text of capitalised words is rather somebody's name than a title. */
export function isLikelyName(text: string): boolean {
  const plain = personName(text);
  if (!plain) return false;
  const words = plain.split(' ').filter((each) => each.length > 2 && !each.endsWith('.'));
  return !words.slice(0, -1).some(isCommonEnglishWord) && !words.every(isCommonEnglishWord);
}

/** Whether a text begins with a likely name, up to its first comma or "and". */
export function opensWithName(text: string): boolean {
  return isLikelyName(text.split(/,| and | & /)[0] ?? '');
}

function bare(text: string): string {
  const plain = text
    .replace(/\s*[(（][^()（）]*[)）]\s*/gu, ' ')
    .replace(/(?:^|\s)@\w+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(honorific, '')
    .replace(degrees, '');
  return plain.replace(/[,;:]+$/, '').trim();
}

/** `MARA O’PELL` as `Mara O’Pell`; initials and numbers of a line of Pauls stay. */
function inMixedCase(text: string): string {
  if (!/\p{Lu}{2}/u.test(text) || /\p{Ll}/u.test(text)) return text;
  return text
    .split(' ')
    .map((each) => (/^(?:II|III|IV|V)$|\./.test(each) ? each : capitalised(each)))
    .join(' ');
}

function capitalised(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /(^|[-'’])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

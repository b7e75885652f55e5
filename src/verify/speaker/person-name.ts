import { isFamilyFirst } from '../../language/family-first.ts';
import { bodies, titles } from './english-words.ts';
import { genitivesOf } from './russian.ts';

/** What two names are to each other: `unknown` where they may be of one person, or of two. */
export type Likeness = 'same' | 'other' | 'unknown';

const russianTitles =
  /^(?:президент|премьер|премьер-министр|министр|губернатор|посол|генерал|полковник|капитан|профессор|доктор|глава|директор|г-н|г-жа|господин|госпожа|академик|пресс-секретарь)$/u;

/** The words of a text in lower case, in one spelling of their accents. */
export function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/(?<!и)\p{M}/giu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu);
  return [...(words ?? [])];
}

/** The words of a name without titles, in lower case. */
export function partsOf(name: string): string[] {
  const all = wordsOf(name);
  const bare = all.filter((word) => word !== 'the' && word !== 'of');
  // The Foreign Ministry is not the Defence Ministry.
  if (bare.some((word) => bodies.has(word))) return bare;
  // "Energy Minister Ospanov": what a title is of is no part of the name either.
  const title = all.findLastIndex((word) => titles.has(word) || russianTitles.test(word));
  const isBefore = title < all.length - 1 && !/^(?:of|at|for|in)$/.test(all[title + 1] ?? '');
  const own = (isBefore ? all.slice(title + 1).filter((word) => bare.includes(word)) : bare).filter(
    (word) => !titles.has(word) && !russianTitles.test(word),
  );
  return own.length > 0 ? own : bare;
}

/** Which of a name's parts is the family's; undefined where either end may be. */
function familyOf(parts: readonly string[]): string | undefined {
  const [first = '', ...others] = parts;
  if (others.length === 0) return first;
  const capitals = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  if (isFamilyFirst(capitals[0] ?? '', capitals.slice(1))) return first;
  if (palladiusFamilies.has(first)) return first;
  const isShort =
    parts.length === 2 && parts.every((part) => /^[a-z]{2,6}$/.test(part) && pinyin.test(part));
  return isShort ? undefined : parts.at(-1);
}

/** The commonest Chinese and Korean families in Russian letters. */
const palladiusFamilies: ReadonlySet<string> = new Set(
  `си ван ли чжан лю чэнь ян чжао хуан чжоу у сюй сунь ху чжу гао линь хэ го ма ло лян сун чжэн се хань тан
  фэн дэн цао пэн цзян цинь ким пак мао дун лу бай линь фань цзя шэнь тянь юань вэй пань ду е су люй дин
  хоу цзоу сюн мэн цуй лэй тао гун шао вань цянь янь дай мо кун фу юй яо цзинь ши фан чжун сяо цзэн пан`.split(
    /\s+/,
  ),
);

/** One syllable of Chinese in Latin letters. */
const pinyin =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iuü]?[aeo]ng?|[iuü]?[aeoiu]{1,2}|[iu]n|ing|er)$/;

/**
 * Whether a name that somebody gives is the one that a text gives. All of its parts have to be there,
 * the family's among them; spellings of one name in Latin letters are the same.
 */
export function likeness(given: string, inText: string, isGenitive = false): Likeness {
  const [ours, theirs] = [partsOf(given), partsOf(inText)];
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  // "The Russian president" may be anybody who is one.
  if (
    ours.length > 1 &&
    ours.every((part) => titles.has(part) || russianTitles.test(part)) &&
    ours.join() !== theirs.join()
  )
    return 'unknown';
  // A handle is a name without its spaces.
  if (ours.length === 1 && ours[0] === theirs.join('')) return 'same';
  const isSame = isGenitive ? isGenitiveOf : isSameWord;
  const hasAll = ours.every((part) => theirs.some((word) => isSame(part, word)));
  const shared = ours.filter((part) => theirs.some((word) => isSame(part, word)));
  if (hasAll)
    return ours.length > 1 || isFamily(ours[0] ?? '', theirs, isSame) ? 'same' : 'unknown';
  return shared.length > 0 || ours.some((part) => mayBe(part, theirs)) ? 'unknown' : 'other';
}

function isFamily(
  part: string,
  parts: readonly string[],
  isSame: (a: string, b: string) => boolean,
): boolean {
  const family = familyOf(parts);
  if (family !== undefined) return isSame(part, family);
  return [parts[0], parts.at(-1)].some((end) => end !== undefined && isSame(part, end));
}

function isGenitiveOf(nominative: string, genitive: string): boolean {
  return (
    genitivesOf(nominative).includes(genitive) ||
    (nominative === genitive && !/[а-я]$/u.test(nominative))
  );
}

/** An initial stands for any name that it begins. */
function isSameWord(given: string, inText: string): boolean {
  if (given === inText) return true;
  if (given.length === 1 || inText.length === 1) return given[0] === inText[0];
  return given.length >= 5 && inText.length >= 5 && respelt(given) === respelt(inText);
}

/** Sergey and Sergei, Alexei and Aleksey, Yelena and Elena. */
function respelt(word: string): string {
  return word
    .replace(/^ye/, 'e')
    .replaceAll('ks', 'x')
    .replace(/(?<=.)[yij]+/g, 'i');
}

/** The same word in another case, or with another ending: enough to doubt that it is somebody else. */
function mayBe(part: string, words: readonly string[]): boolean {
  const stem = part.slice(0, Math.max(3, part.length - 2));
  return part.length >= 4 && words.some((word) => word.startsWith(stem));
}

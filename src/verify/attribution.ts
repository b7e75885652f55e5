import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';

/** A person or publisher whom a text names, and how sure that is one. */
interface Candidate {
  readonly name: string;
  readonly isOrganisation: boolean;
}

const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const name = `(?:[Tt]he )?${word}(?: (?:${word}|of|for|and|de|von|van|al|bin))*`;

/** How people say whose words they quote. */
const cues = [
  String.raw`(?:^|\s)[—–-]{1,2}\s*(.+)$`,
  String.raw`\(([^()]+)\)`,
  String.raw`\b(?:[Bb]y|[Aa]ccording to|[Pp]er|[Ff]rom|[Ii]n|[Ss]a(?:ys|id)|[Ww]r(?:ites|ote)|[Tt]old|[Aa]rgue[sd]|[Nn]ote[sd])\s+(${name})`,
  String.raw`(${name}),?\s+(?:says?|said|writes?|wrote|told|argue[sd]?|claim(?:s|ed)?|note[sd]?|put it)\b`,
  String.raw`(${name}):\s*$`,
].map((cue) => new RegExp(cue, 'gu'));

const wholeName = new RegExp(`^${name}$`, 'u');
const organisation =
  /\b(?:News|Times|Post|Journal|Affairs|Institute|University|Diplomat|Council|Review|Daily|Agency|Press|Magazine|Centre|Center|Foundation|Guardian|Economist|Network|Morning|Tribune|Herald|Ministry|Policy|BBC|CNN|Reuters|AFP|AP|TASS|Xinhua)\b|^\p{Lu}{2,6}$|^[Tt]he /u;
const noName =
  /^(?:(?:Jan|Febr)uary|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Para|The|This|That|It|He|She|They|We|I|In|On|At|As|But|And)\b\.?$/u;

/** How many paragraphs around the quoted one may name who speaks. */
const neighbours = 2;

/**
 * Whom a text names as author or publisher although the article's record names another; undefined
 * when it names nobody else. Who speaks in the article, as the paragraphs around name them, is
 * nobody else; and where the record names nobody, nobody can be shown to be wrong but the authors
 * and publishers of other articles.
 */
export function misattributedTo(
  named: string,
  article: Article,
  paragraphNumber: number,
  library: Library,
): string | undefined {
  if (!/\p{L}/u.test(named)) return undefined;
  const own = ownWords(article, paragraphNumber);
  const known = otherNames(article, library).find((other) => isNamed(other, named, own));
  if (known) return known;
  return candidatesIn(named).find((candidate) => isForeign(candidate, article, own))?.name;
}

/** All words that are right in an attribution: of the record, and of the paragraphs around. */
function ownWords(article: Article, paragraphNumber: number): Set<string> {
  const around = article.paragraphs.filter(
    ({ number }) => Math.abs(number - paragraphNumber) <= neighbours,
  );
  const texts = [article.title, article.publisher ?? '', article.id, ...article.authors];
  return new Set(wordsIn([...texts, ...around.map(({ text }) => text)].join(' ')));
}

/** Authors and publishers that only other articles have. */
function otherNames(article: Article, library: Library): string[] {
  const own = new Set([...article.authors, article.publisher]);
  const others = [...library.articles.values()].flatMap(({ authors, publisher }) => [
    ...authors,
    ...(publisher ? [publisher] : []),
  ]);
  return [...new Set(others)].filter((other) => !own.has(other));
}

/** The whole name, or the last name of a person where it is written with a capital. */
function isNamed(other: string, named: string, own: ReadonlySet<string>): boolean {
  const last = other.split(' ').at(-1) ?? other;
  if (own.has(last.toLowerCase())) return false;
  const wanted = organisation.test(other) || last.length < 3 ? other : last;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${escapePattern(wanted)}(?![\p{L}\p{N}])`,
    'u',
  ).test(named);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** How much of the text at either end of a message is read for names, in characters. */
const maxRead = 300;

function candidatesIn(named: string): Candidate[] {
  const read =
    named.length <= 2 * maxRead ? named : `${named.slice(0, maxRead)}\n${named.slice(-maxRead)}`;
  const captured = cues.flatMap((cue) => [...read.matchAll(cue)].map(([, found = '']) => found));
  return captured
    .flatMap((text) => text.split(/,| and (?=\p{Lu})|\d+|["“”]/u))
    .map((text) => text.trim().replace(/[.:;]$/, ''))
    .filter((text) => wholeName.test(text) && !noName.test(text))
    .map((text) => ({ name: text, isOrganisation: organisation.test(text) }));
}

function isForeign(
  { name: candidate, isOrganisation }: Candidate,
  { authors, publisher }: Article,
  own: ReadonlySet<string>,
): boolean {
  if (isOrganisation ? !publisher : authors.length === 0) return false;
  const words = wordsIn(candidate).filter(
    (each) => each.length > 2 && !/^(?:the|and|for)$/.test(each),
  );
  // One capitalised word may be anything; only a person's full name is one for sure.
  if (!isOrganisation && words.length < 2) return false;
  return words.length > 0 && !words.some((each) => own.has(each));
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

import { type Span, splitSentences } from '../../language/sentences.ts';
import type { Article, Paragraph } from '../../library/article.ts';
import type { Library } from '../../library/library.ts';
import { likenessToVoice, namesOf } from './known-as.ts';
import { type Label, labelBefore, labelIn } from './label.ts';
import { speechesWithin } from './paragraph-speeches.ts';
import { likeness } from './person-name.ts';
import { quotedIn } from './quoted.ts';
import type { Reading, Voice } from './voice.ts';
import { readerFor, type Speech } from './voices.ts';

/** Some words of a paragraph, in one piece or in several. */
export interface SpokenWords {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly spans: readonly Span[];
}

/** What a text shows of whether somebody said some words. */
export interface Speaker {
  /** The name that was given. */
  readonly named: string;
  /**
   * `confirmed`: the paragraph gives the words to that name, or its author wrote them. `contradicted`:
   * it gives them to somebody else. `not-shown`: neither can be told for certain.
   */
  readonly status: 'confirmed' | 'contradicted' | 'not-shown';
  /** Whom the paragraph names as the one who said them, where it does. */
  readonly to?: string;
  /** Whether the words are the article's own and no quoted speech. */
  readonly isProse: boolean;
}

/** How many paragraphs around may name who is meant. */
const neighbours = 2;

/** Whether words were said by whom a name means: by what stands beside them, or by the article's author. */
export function judgeSpeaker(
  named: string,
  places: readonly SpokenWords[],
  library: Library,
): Speaker {
  const aliases = namesOf(named, library.thesaurus);
  const parts = places.flatMap((place) => place.spans.map((span) => partOf(place, span, aliases)));
  const speeches = parts.flatMap((part) => part.speeches);
  const [place] = places;
  if (!place) return { named, status: 'not-shown', isProse: false };
  const isSpeech = parts.every(({ isInside }) => isInside);
  if (isSpeech) return { named, isProse: false, ...ofSpeeches(aliases, speeches, place.article) };
  return { named, isProse: true, ...ofProse(aliases, places, speeches.length > 0) };
}

interface Part {
  readonly isInside: boolean;
  readonly speeches: readonly Speech[];
}

function partOf(place: SpokenWords, span: Span, aliases: readonly string[]): Part {
  const labelled = labelFor(aliases, place.paragraph.text);
  const overlapping = speechesWithin(place.article, place.paragraph).filter(
    ({ quoted }) => quoted.start < span.end && quoted.end > span.start,
  );
  const isInside = overlapping.length === 1 && isWithin(span, overlapping[0]?.quoted.outer);
  if (isInside) return { isInside, speeches: overlapping.map((each) => within(each, span, place)) };
  if (!labelled || span.start < labelled.end) return { isInside, speeches: overlapping };
  const next = labelBefore(place.paragraph.text, span.start);
  const isOfNext = aliases.some((alias) => next && likeness(alias, next.voice.name) === 'same');
  const quoted = { start: labelled.end, end: place.paragraph.text.length };
  const ofNext: Reading = next && isOfNext ? [next.voice] : 'unclear';
  const speech = {
    quoted: { ...quoted, outer: quoted, isOpen: false },
    reading: next ? ofNext : [labelled.voice],
    byPronoun: false,
  };
  return { isInside: true, speeches: [speech] };
}

/** One word and a colon may be anything's heading: it counts for the one who is meant by it. */
function labelFor(aliases: readonly string[], text: string): Label | undefined {
  const label = labelIn(text);
  const isPlain = label && /[\s·]/u.test(label.voice.name);
  const isMeant = label && aliases.some((alias) => likeness(alias, label.voice.name) === 'same');
  return isPlain || isMeant || /\p{Script=Han}/u.test(label?.voice.name ?? '') ? label : undefined;
}

/** What a speaker reports of another, "He told me, ‘…’", is not for certain the speaker's. */
function within(speech: Speech, span: Span, { paragraph }: SpokenWords): Speech {
  const { start, end } = speech.quoted;
  const inside = paragraph.text.slice(start, end);
  const inner = quotedIn(inside).find(({ outer }) =>
    isWithin({ start: span.start - start, end: span.end - start }, outer),
  );
  if (!inner || !readerFor(inside).isReport(inside)) return speech;
  return { ...speech, reading: 'unclear' };
}

function isWithin(span: Span, outer: Span | undefined): boolean {
  return outer !== undefined && span.start >= outer.start && span.end <= outer.end;
}

type Judged = Pick<Speaker, 'status' | 'to'>;

function ofSpeeches(
  aliases: readonly string[],
  speeches: readonly Speech[],
  article: Article,
): Judged {
  const voices = speeches.map(({ reading }) =>
    Array.isArray(reading) ? (reading as Voice[]) : undefined,
  );
  const to = [
    ...new Set(voices.flatMap((voice) => voice?.map(({ phrase }) => phrase.trim()) ?? [])),
  ].join(', ');
  const shown = to ? { to } : {};
  if (voices.length === 0 || voices.some((voice) => !voice))
    return { status: 'not-shown', ...shown };
  const likenesses = voices.map((some) => {
    const all = (some ?? []).map((voice) => likenessToVoice(aliases, voice, article));
    if (all.includes('same')) return 'same';
    return all.every((each) => each === 'other') ? 'other' : 'unknown';
  });
  if (likenesses.every((each) => each === 'same')) return { status: 'confirmed', ...shown };
  const isOther = !likenesses.includes('unknown') && likenesses.includes('other');
  return { status: isOther ? 'contradicted' : 'not-shown', ...shown };
}

/** The author wrote what stands outside quotation marks, also where it reports what others said. */
function ofProse(
  aliases: readonly string[],
  places: readonly SpokenWords[],
  hasSpeech: boolean,
): Judged {
  const [place] = places;
  if (!place) return { status: 'not-shown' };
  const { article } = place;
  const owners = [...article.authors, ...(article.publisher ? [article.publisher] : [])];
  const alike = (owner: string) => aliases.map((alias) => likeness(alias, owner));
  if (owners.some((owner) => alike(owner).includes('same'))) return { status: 'confirmed' };
  const isOther =
    article.authors.length > 0 &&
    owners.every((owner) => alike(owner).every((each) => each === 'other'));
  const isReported = hasSpeech || places.some(isInReport);
  // The person whom a report means may be named anywhere before it.
  const distance = isReported ? Number.POSITIVE_INFINITY : neighbours;
  if (!isOther || isNamedNear(aliases, places, distance)) return { status: 'not-shown' };
  if (isReported && places.some(isOfSomebodyKnown)) return { status: 'not-shown' };
  return { status: 'contradicted', to: article.authors.join(', ') };
}

function isInReport({ article, paragraph, spans }: SpokenWords): boolean {
  const reader = readerFor(paragraph.text);
  return splitSentences(paragraph.text, article.language)
    .filter(({ start, end }) => spans.some((span) => span.start < end && span.end > start))
    .some(({ start, end }) => reader.isReport(paragraph.text.slice(start, end)));
}

/** Parts of names that stand in any text. */
const common = /^(?:the|of|and|for|de|von|van|al|in|a)$/;

const knownAlready =
  /\b(?:he|she|they|(?:the|his|her|their|its)\s(?:[\p{L}-]+\s){0,3}(?:president|premier|minister|chancellor|ambassador|leader|spokes\p{L}+|official|governor|chief|head|director|general|secretary|mayor|chair\p{L}*))(?!\p{L})|(?<!\p{L})(?:он|она|они|президент|премьер|министр|глава|посол)(?!\p{L})|他|她|主席|总统|总理|部长|發言人|发言人/iu;

/** "He", "the minister": the text has named them, or takes them for known. */
function isOfSomebodyKnown({ paragraph }: SpokenWords): boolean {
  return knownAlready.test(paragraph.text);
}

/** Whether a name, or the longest word of it, stands in the paragraphs around or in the title. */
function isNamedNear(
  aliases: readonly string[],
  places: readonly SpokenWords[],
  distance: number,
): boolean {
  return places.some(({ article, paragraph }) => {
    const around = article.paragraphs
      .slice(Math.max(0, paragraph.number - 1 - distance), paragraph.number + distance)
      .map(({ text }) => text);
    const text = [article.title, ...around].join(' ').toLowerCase();
    const words = new Set(text.match(/[\p{L}\p{M}]+/gu));
    return aliases.some((alias) => {
      const parts = alias.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
      const isHan = /\p{Script=Han}/u.test(alias);
      return isHan
        ? text.includes(alias)
        : parts.some((part) => !common.test(part) && words.has(part));
    });
  });
}

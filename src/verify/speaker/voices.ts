import { type Span, splitSentences } from '../../language/sentences.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { isAlone } from './pronoun.ts';
import { type Quoted, quotedIn } from './quoted.ts';
import { russian } from './russian.ts';
import type { Reading, SpeechReader, Surroundings, Voice } from './voice.ts';

/** Quoted words, and who said them as far as the text shows. */
export interface Speech {
  readonly quoted: Quoted;
  readonly reading: Reading;
  /** Only a pronoun names the speaker, and it can be nobody but this one. */
  readonly byPronoun: boolean;
}

/** Longer texts are no paragraphs of prose. */
const longestText = 40_000;

const onePerson = /^(?:s?he|она?)$/i;

/** Further into a paragraph a pronoun may be anybody's, in characters. */
const farthestName = 1500;

/** The reader for a text, by its script. */
export function readerFor(text: string): SpeechReader {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/\p{Script=Han}/gu) * 3 > latin) return chinese;
  return count(/\p{Script=Cyrillic}/gu) > latin ? russian : english;
}

/**
 * Who says what in a paragraph: each stretch between quotation marks with the voice that its
 * sentence names before it or behind it, or that goes on from the stretch before.
 */
export function speechesIn(text: string): Speech[] {
  if (text.length > longestText) return [];
  const quotes = quotedIn(text);
  if (quotes.length === 0) return [];
  const reader = readerFor(text);
  const sentences = sentencesOf(text, quotes);
  const speeches: Speech[] = [];
  for (const [at, quoted] of quotes.entries()) {
    const frame = frameOf(text, { quotes, sentences, at });
    const own = ownReading(reader, frame, speeches.at(-1));
    const reading = own ?? inherited(text, reader, { quotes, sentences, speeches, at });
    speeches.push(resolved(text, { quoted, reading, byPronoun: false }, reader));
  }
  return speeches.map((speech, at) => ahead(text, speech, speeches[at + 1]));
}

/** `“frank” and “long”, Ushakov said`: what is joined to the next words is of their speaker. */
function ahead(text: string, speech: Speech, next: Speech | undefined): Speech {
  if (speech.reading || !next?.reading) return speech;
  const between = text.slice(speech.quoted.outer.end, next.quoted.outer.start);
  const isJoined = connective.test(between) && between.trim() !== '';
  return isJoined ? { ...speech, reading: next.reading, byPronoun: next.byPronoun } : speech;
}

/** Whether two stretches are for certain of the same speaker. */
export function areOneVoice(one: Speech, other: Speech): boolean {
  const phrases = [one, other].map(({ reading }) =>
    (Array.isArray(reading) ? reading : []).map(({ phrase }: Voice) => phrase),
  );
  const [ours = [], theirs = []] = phrases;
  return ours.length > 0 && ours.join() === theirs.join();
}

interface Place {
  readonly quotes: readonly Quoted[];
  readonly sentences: readonly Span[];
  readonly at: number;
}

/** The sentences of a text, those within its quotation marks not counted. */
function sentencesOf(text: string, quotes: readonly Quoted[]): Span[] {
  let masked = '';
  let at = 0;
  for (const { start, end } of quotes) {
    const inside = text.slice(start, end);
    const stop = /[.!?…。！？]$/u.test(inside) ? inside.slice(-1) : '';
    const first = /^[^\p{L}]*\p{Ll}/u.test(inside) ? 'x' : 'X';
    masked += text.slice(at, start) + first.repeat(Math.max(0, inside.length - stop.length)) + stop;
    at = end;
  }
  return splitSentences(masked + text.slice(at), 'en');
}

function frameOf(text: string, { quotes, sentences, at }: Place): Surroundings {
  const { outer, end } = quotes[at] ?? { outer: { start: 0, end: 0 }, end: 0 };
  const previous = quotes[at - 1]?.outer.end ?? 0;
  const next = quotes[at + 1]?.outer.start ?? text.length;
  const own = sentences[sentenceAt(sentences, outer.start + 1)];
  const closing = sentenceAt(sentences, outer.end);
  const lead = Math.max(previous, own?.start ?? 0);
  const sentenceEnd = sentences[closing]?.end ?? text.length;
  const tail = text.slice(outer.end, Math.min(sentenceEnd, next));
  const isOwnSentence =
    tail.trim() === '' && /[!?…。！？]$/u.test(text.slice(0, end)) && next > sentenceEnd;
  const follower = sentences[closing + 1];
  const around = {
    lead: text.slice(Math.min(lead, outer.start), outer.start),
    followsQuote: at > 0 && (own?.start ?? 0) < previous,
  };
  if (!isOwnSentence || !follower) {
    return { ...around, tail, isOwnSentence: false, leadsToQuote: next < sentenceEnd };
  }
  return {
    ...around,
    tail: text.slice(outer.end, Math.min(follower.end, next)),
    isOwnSentence: true,
    leadsToQuote: next < follower.end,
  };
}

/** The place in the list of the first sentence that ends at a position or behind it. */
function sentenceAt(sentences: readonly Span[], position: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ownReading(reader: SpeechReader, frame: Surroundings, last: Speech | undefined): Reading {
  const read = reader.lead(frame);
  const lead = read === 'continues' ? (last?.reading ?? 'unclear') : read;
  const tail = reader.tail(frame);
  if (!lead || !tail) return lead ?? tail;
  if (lead === 'unclear' || tail === 'unclear') return 'unclear';
  return lead[0]?.phrase === tail[0]?.phrase ? lead : 'unclear';
}

/** Between two pieces of one person's words: "and", a comma, or who says it. */
const connective =
  /^[\s,;—–-]*(?:(?:and|or|but|as well as|then|и|а|но|или|和|与|及)[\s,]*){0,2}(?:(?:a|an|the)\s)?$/iu;

/** What goes on from the words before, in the same sentence or in one right behind. */
function inherited(
  text: string,
  reader: SpeechReader,
  { quotes, sentences, speeches, at }: Place & { readonly speeches: readonly Speech[] },
): Reading {
  const [before, quoted, last] = [quotes[at - 1], quotes[at], speeches.at(-1)];
  if (!before || !quoted || !last?.reading) return undefined;
  const between = text.slice(before.outer.end, quoted.outer.start);
  if (connective.test(between) && between.trim() !== '') return last.reading;
  if (last.reading === 'unclear') return 'unclear';
  const frame = frameOf(text, { quotes, sentences, at: at - 1 });
  const tail = reader.tail(frame);
  const rest = text.slice(before.outer.end + frame.tail.length, quoted.outer.start);
  const isAnswered = /[?？]$/u.test(text.slice(0, before.end));
  if (!tail || tail === 'unclear' || rest.trim() !== '') return undefined;
  // A sentence that ends at the marks, and one that goes on behind a comma or dash.
  const goesOn = /[,，—–-]\s*$/u.test(frame.tail);
  return goesOn || !isAnswered ? last.reading : undefined;
}

/** A pronoun stands for the one person whom the paragraph has named before it. */
function resolved(text: string, speech: Speech, reader: SpeechReader): Speech {
  const { reading, quoted } = speech;
  if (!Array.isArray(reading) || reading.some(({ kind }: Voice) => kind !== 'pronoun')) {
    return speech;
  }
  const isOnePerson = reading.every(({ phrase }: Voice) => onePerson.test(phrase));
  if (!isOnePerson || quoted.outer.start > farthestName) return { ...speech, reading: 'unclear' };
  const names = reader.names(text.slice(0, quoted.outer.start));
  const [longest = ''] = [...names].sort((a, b) => b.length - a.length);
  const isOne = longest.includes(' ') && names.every((name) => longest.includes(name));
  const [before, behind] = [text.slice(0, quoted.outer.start), text.slice(quoted.outer.end)];
  if (!isOne || !isAlone(longest, before, behind)) return { ...speech, reading: 'unclear' };
  return { quoted, reading: [{ phrase: longest, kind: 'name', name: longest }], byPronoun: true };
}

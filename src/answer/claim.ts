import { languageOf } from '../language/languages.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Library } from '../library/library.ts';
import { type Answer, type Answered, type AskedQuestion, defaultQuotes } from './answer.ts';
import { differencesIn } from './differing.ts';
import type { CitedQuote } from './quote.ts';

/** Of a long message, so many sentences are looked up one by one. */
const maxSentences = 8;

/** "Quite so." claims nothing. Chinese has no spaces: two of its characters count as a word. */
const minWords = 4;
const charactersOfWord = 2;

/** What somebody may have pasted; a search reads no more of it. */
const maxClaimLength = 4000;

/**
 * Finds passages about what a text claims. It is no query: quotation marks, hyphens and colons in it
 * ask for nothing. A text that no passage covers as a whole is looked up sentence by sentence.
 */
export async function answerClaim(
  claim: string,
  answer: (question: AskedQuestion) => Promise<Answer>,
  library: Library,
): Promise<Answer> {
  const text = claim.slice(0, maxClaimLength);
  const whole = await answer({ text: plainWords(text) });
  if (whole.kind === 'answered') return { ...whole, question: claim, further: [] };
  const found = await bySentence(text, answer);
  const [first] = found;
  if (!first) return { ...whole, question: claim };
  const all = unique(found.flatMap((each) => each.quotes.slice(0, defaultQuotes)));
  const quotes = all.slice(0, defaultQuotes);
  const differing = differencesIn(claim, quotes, library);
  return { ...first, question: claim, notes: [], quotes, further: [], differing };
}

/** The answers to the sentences that have one, in their order. */
async function bySentence(
  text: string,
  answer: (question: AskedQuestion) => Promise<Answer>,
): Promise<Answered[]> {
  const sentences = splitSentences(text, languageOf(text))
    .map(({ start, end }) => plainWords(text.slice(start, end)))
    .filter((sentence) => countWords(sentence) >= minWords);
  const found: Answered[] = [];
  // Nothing new would come of looking up the same words again.
  for (const sentence of sentences.length > 1 ? sentences.slice(0, maxSentences) : []) {
    const answered = await answer({ text: sentence });
    if (answered.kind === 'answered') found.push(answered);
  }
  return found;
}

function countWords(sentence: string): number {
  const characters = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  return sentence.split(' ').length + Math.floor(characters / charactersOfWord);
}

/** The best passages of all sentences, none twice. */
function unique(quotes: readonly CitedQuote[]): CitedQuote[] {
  const places = new Map<string, CitedQuote>();
  for (const quote of [...quotes].sort((a, b) => b.score - a.score)) {
    const place = `${quote.article}:${quote.paragraph}`;
    if (!places.has(place)) places.set(place, quote);
  }
  return [...places.values()];
}

/** A text without what the search syntax gives a meaning. */
function plainWords(text: string): string {
  return text
    .replace(/["“”„«»]/g, ' ')
    .replace(/(^|\s)-+(?=\S)/g, '$1')
    .replace(/\b([A-Za-z]+):(?=\S)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

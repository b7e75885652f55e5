import { type Answer, type Answered, hasPassages } from '../../answer/answer.ts';
import { inRunningText } from '../../answer/citation.ts';
import type { Difference } from '../../answer/differing.ts';
import { headingOf } from '../../answer/finding.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import type { DatedQuote, When } from '../../answer/timeline.ts';
import { type Library, paragraphOf } from '../../library/library.ts';

/** Longest part of a word that is printed to say that it is nowhere, in characters. */
const maxWordLength = 60;

/** What stands above passages of which none answers for certain. */
const closestOnly = 'Closest passages; nothing here answers for certain.';

/** An answer as the terminal shows it; of a timeline with a line above the quotes of each date. */
export function answerToText(found: Answer, timeline: readonly DatedQuote[] = []): string {
  if (found.kind === 'unreadable') return found.problems.join('\n');
  const understood = found.understood ? [`Understood as: ${found.understood}`] : [];
  const notes = [...understood, ...found.notes].map((note) => `(${note})\n`).join('');
  const missing =
    found.missing.length > 0 &&
    `Nothing here mentions: ${found.missing.map(shownWord).join(', ')}.`;
  if (hasPassages(found)) {
    const closest = found.kind === 'perhaps' && closestOnly;
    const head = [missing, closest].filter(Boolean).map((line) => `${line}\n`);
    const differing = found.differing.map(differenceToText);
    const quotes = timeline.length > 0 ? timeline.map(datedToText) : found.quotes.map(quoteToText);
    const parts = [...differing, ...quotes, ...alsoToText(found)];
    return `${notes}${head.join('')}${parts.join('\n\n')}`;
  }
  return [
    `${notes}The library has no answer to that.`,
    missing,
    found.ruledOut && 'Without the filters, phrases and exclusions there would be an answer.',
    found.nearest.length > 0 && `Nearest titles (they do not answer): ${found.nearest.join('; ')}.`,
  ]
    .filter(Boolean)
    .join('\n');
}

function alsoToText({ also = [] }: Answered): string[] {
  return also.flatMap(({ language, quotes }) =>
    quotes.length > 0 ? [`${headingOf(language)}:`, ...quotes.map(quoteToText)] : [],
  );
}

function datedToText({ quote, when }: DatedQuote, at: number, all: readonly DatedQuote[]): string {
  const label = (date: When | undefined) => date?.label ?? 'Without a date';
  const isSame = at > 0 && label(all[at - 1]?.when) === label(when);
  return `${isSame ? '' : `${label(when)}\n`}${quoteToText(quote)}`;
}

/** What somebody's cat typed need not be printed whole. */
function shownWord(word: string): string {
  return `“${word.length > maxWordLength ? `${word.slice(0, maxWordLength)}…` : word}”`;
}

/** An answer as an object for JSON; the passages of a timeline say when what they tell of was. */
export function answerToJson(
  found: Answer,
  library: Library,
  timeline: readonly DatedQuote[] = [],
): object {
  const quotes = hasPassages(found) ? found.quotes : [];
  const dated: readonly { quote: CitedQuote; when?: When | undefined }[] =
    timeline.length > 0 ? timeline : quotes.map((quote) => ({ quote }));
  return {
    question: found.question,
    ...('understood' in found && { understood: found.understood }),
    kind: found.kind,
    passages: dated.map(({ quote, when }) => ({
      ...passageToJson(quote, library),
      ...(when && { when }),
    })),
    ...(hasPassages(found) &&
      found.also &&
      found.also.length > 0 && {
        also: found.also.map(({ language, quotes: others }) => ({
          language,
          passages: others.map((quote) => passageToJson(quote, library)),
        })),
      }),
    differing: hasPassages(found) ? found.differing.map(differenceToJson) : [],
    missing: found.kind === 'unreadable' ? [] : found.missing,
    nearest: found.kind === 'unknown' ? found.nearest : [],
    ...(found.kind === 'unreadable' ? { problems: found.problems } : { notes: found.notes }),
  };
}

/** A quote with its citation below it. */
export function quoteToText({ text, citation }: CitedQuote): string {
  return `${inRunningText(text, citation)}\n  — ${citation.text}${citation.link ? `\n    ${citation.link}` : ''}`;
}

/** The figures in a column, beside each its sentence and citation. */
function differenceToText({ title, sides }: Difference): string {
  const width = Math.max(...sides.map(({ figure }) => figure.length));
  const lines = sides.flatMap(({ figure, sentence, quote }) => [
    `  ${figure.padEnd(width)}  ${inRunningText(sentence, quote.citation)}`,
    `  ${' '.repeat(width)}  — ${quote.citation.text}`,
  ]);
  return [`Sources differ on the ${title}:`, ...lines].join('\n');
}

function differenceToJson({ title, sides }: Difference): object {
  return {
    title,
    sides: sides.map(({ figure, sentence, quote }) => ({
      figure,
      quote: sentence,
      article: quote.article,
      paragraph: quote.paragraph,
      citation: quote.citation.text,
    })),
  };
}

function passageToJson(quote: CitedQuote, library: Library): object {
  const { article, paragraph, score, citation } = quote;
  const { text, page } = paragraphOf(library, article, paragraph) ?? {};
  const { text: textKind, language } = library.articles.get(article) ?? {};
  return {
    article,
    paragraph,
    ...(page !== undefined && { page }),
    text,
    quote: quote.text,
    language,
    textKind,
    score: Math.round(score * 100) / 100,
    citation: citation.text,
    ...(citation.link && { link: citation.link }),
  };
}

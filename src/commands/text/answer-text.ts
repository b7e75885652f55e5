import { type Answer, type Answered, hasPassages } from '../../answer/answer.ts';
import { citationLine, inRunningText } from '../../answer/citation.ts';
import type { Difference } from '../../answer/differing.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import { type DatedQuote, type When, whenLine } from '../../answer/timeline.ts';
import { type Library, paragraphOf } from '../../library/library.ts';
import { answerTexts as texts } from '../../texts/answer.ts';
import { sayIn } from '../../texts/say.ts';

/** The terminal speaks English. */
const say = sayIn('en');

/** Longest part of a word that is printed to say that it is nowhere, in characters. */
const maxWordLength = 60;

/** An answer as the terminal shows it; of a timeline with a line above the quotes of each date. */
export function answerToText(found: Answer, timeline: readonly DatedQuote[] = []): string {
  if (found.kind === 'unreadable') return found.problems.map(say).join('\n');
  const { understood: question } = found;
  const understood = question ? [say(texts.understoodAs, { question })] : [];
  const notes = [...understood, ...found.notes.map((note) => say(note))]
    .map((note) => `(${note})\n`)
    .join('');
  const missing =
    found.missing.length > 0 &&
    say(texts.missing, { words: found.missing.map(shownWord).join(', ') });
  if (hasPassages(found)) {
    const closest = found.kind === 'perhaps' && say(texts.closest);
    const head = [missing, closest].filter(Boolean).map((line) => `${line}\n`);
    const differing = found.differing.map(differenceToText);
    const quotes = timeline.length > 0 ? timeline.map(datedToText) : found.quotes.map(quoteToText);
    const parts = [...differing, ...quotes, ...alsoToText(found)];
    return `${notes}${head.join('')}${parts.join('\n\n')}`;
  }
  return [
    notes + say(texts.noAnswer),
    missing,
    found.ruledOut && say(texts.ruledOut),
    found.nearest.length > 0 && say(texts.nearest, { titles: found.nearest.join('; ') }),
  ]
    .filter(Boolean)
    .join('\n');
}

function alsoToText({ also = [] }: Answered): string[] {
  return also.flatMap(({ language, quotes }) =>
    quotes.length > 0 ? [`${say(texts.alsoIn, { language })}:`, ...quotes.map(quoteToText)] : [],
  );
}

function datedToText({ quote, when }: DatedQuote, at: number, all: readonly DatedQuote[]): string {
  const label = whenLine(when, say);
  const isSame = at > 0 && whenLine(all[at - 1]?.when, say) === label;
  return `${isSame ? '' : `${label}\n`}${quoteToText(quote)}`;
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
    ...('understood' in found && found.understood && { understood: say(found.understood) }),
    kind: found.kind,
    passages: dated.map(({ quote, when }) => ({
      ...passageToJson(quote, library),
      ...(when && { when: whenToJson(when) }),
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
    ...(found.kind === 'unreadable'
      ? { problems: found.problems.map((problem) => say(problem)) }
      : { notes: found.notes.map((note) => say(note)) }),
  };
}

function whenToJson(when: When): object {
  const { first, last, kind } = when;
  return { label: whenLine(when, say), first, last, kind };
}

/** A quote with its citation below it. */
export function quoteToText({ text, citation }: CitedQuote): string {
  return `${inRunningText(text, citation, say)}\n  — ${citationLine(citation, say)}${citation.link ? `\n    ${citation.link}` : ''}`;
}

/** The figures in a column, beside each its sentence and citation. */
function differenceToText({ title, sides }: Difference): string {
  const width = Math.max(...sides.map(({ figure }) => figure.length));
  const lines = sides.flatMap(({ figure, sentence, quote }) => [
    `  ${figure.padEnd(width)}  ${inRunningText(sentence, quote.citation, say)}`,
    `  ${' '.repeat(width)}  — ${citationLine(quote.citation, say)}`,
  ]);
  const heading = say(texts.differ, { differ: say(texts.sourcesDiffer), title });
  return [heading, ...lines].join('\n');
}

function differenceToJson({ title, sides }: Difference): object {
  return {
    title,
    sides: sides.map(({ figure, sentence, quote }) => ({
      figure,
      quote: sentence,
      article: quote.article,
      paragraph: quote.paragraph,
      citation: citationLine(quote.citation, say),
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
    citation: citationLine(citation, say),
    ...(citation.link && { link: citation.link }),
  };
}

/** A slice of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of text without a full stop is cut here, so that any quote fits into a message. */
const longestSentence = 800;

/**
 * The sentences of a text, in order, without the white space around them.
 * Only a sentence of more than 800 characters is divided, at a clause or a word.
 */
export function splitSentences(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const end = index + segment.length;
    if (endsInAbbreviation(text.slice(start, end), text.slice(end))) continue;
    spans.push(...divide(text, trim(text, { start, end })));
    start = end;
  }
  return [...spans, ...divide(text, trim(text, { start, end: text.length }))];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en';
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** A name or number follows: "Gen. Dunford", "No. 5"; so do initials: "J. Edgar". */
const beforeName =
  /(?:^|[\s("“[])(?:Mrs?|Ms|Drs?|Profs?|Gens?|Col|Lt|Maj|Sgt|Capt|Cmdr|Adm|Sens?|Reps?|Govs?|Pres|Hon|Rev|Fr|St|Mt|Ft|Amb|Messrs|vs?|cf|Figs?|Eqs?|Vols?|Nos?|pp?|ca?|approx|e\.g|i\.e|viz|al|\p{Lu})\.\s*$/u;

/** These end a sentence too, unless what follows says otherwise. */
const withinSentence =
  /(?:^|[\s("“[])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Co|Bros|Jr|Sr|etc|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

const opensSentence =
  /^(?:The|A|An|In|On|At|It|Its|He|She|They|We|I|But|And|Or|So|This|That|These|Those|There|However|When|While|After|Before|If|As|For|With|By|From|His|Her|Their|What|Why|How|Who)\b/;

/** Whether the full stop that ends a text is one of an abbreviation, by what stands behind it. */
function endsInAbbreviation(text: string, rest: string): boolean {
  const tail = text.slice(-20);
  if (rest.trim() === '' || !/\.\s*$/.test(tail)) return false;
  if (beforeName.test(tail)) return !opensSentence.test(rest) || /\b(?:e\.g|i\.e)\.\s*$/.test(tail);
  return withinSentence.test(tail) && !opensSentence.test(rest) && /^[\p{Ll}\p{Lu}\d(]/u.test(rest);
}

function trim(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) };
}

function divide(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let rest = span;
  while (rest.end - rest.start > longestSentence) {
    const cut = rest.start + placeToCut(text.slice(rest.start, rest.start + longestSentence));
    parts.push(trim(text, { start: rest.start, end: cut }));
    rest = trim(text, { start: cut, end: rest.end });
  }
  return rest.end > rest.start ? [...parts, rest] : parts;
}

function placeToCut(slice: string): number {
  const clause = Math.max(
    slice.lastIndexOf('; '),
    slice.lastIndexOf(', '),
    slice.lastIndexOf(': '),
  );
  if (clause > longestSentence / 2) return clause + 1;
  const word = slice.lastIndexOf(' ');
  if (word > longestSentence / 2) return word;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]$/.test(slice) ? slice.length - 1 : slice.length;
}

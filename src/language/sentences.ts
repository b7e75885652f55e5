import { languageOf, lengthsOf } from './languages.ts';

/** A slice of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in order of reading, those that overlap as one: pairs of Chinese characters do. */
export function withoutOverlaps(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start < last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}

/**
 * The sentences of a text, in order, without the white space around them, by the rules of the
 * language it is written in. Only a sentence without end (800 characters, 260 of Chinese) is divided,
 * at a clause or a word. `language` chooses the segmenter of texts in Latin letters.
 */
export function splitSentences(text: string, language: string): Span[] {
  const { maxSentence } = lengthsOf(text);
  const spans = languageOf(text) === 'zh' ? chineseSentences(text) : segmented(text, language);
  return spans.flatMap((span) => divide(text, trim(text, span), maxSentence));
}

/** How much of a sentence's end tells whether its full stop is one of an abbreviation. */
const tailLength = 20;

function segmented(text: string, language: string): Span[] {
  const isRussian = languageOf(text) === 'ru';
  const isAbbreviation = isRussian ? isRussianAbbreviation : isEnglishAbbreviation;
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenterFor(isRussian ? 'ru' : language).segment(text)) {
    const end = index + segment.length;
    const tail = text.slice(Math.max(start, end - tailLength), end);
    const rest = text.slice(end, end + tailLength);
    if (rest.trim() !== '' && isAbbreviation(tail, rest)) continue;
    spans.push({ start, end });
    start = end;
  }
  return [...spans, { start, end: text.length }];
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

function trim(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) };
}

function divide(text: string, span: Span, maxSentence: number): Span[] {
  const parts: Span[] = [];
  let rest = span;
  while (rest.end - rest.start > maxSentence) {
    const cut = rest.start + placeToCut(text.slice(rest.start, rest.start + maxSentence));
    parts.push(trim(text, { start: rest.start, end: cut }));
    rest = trim(text, { start: cut, end: rest.end });
  }
  return rest.end > rest.start ? [...parts, rest] : parts;
}

const clauseMarks = ['; ', ', ', ': ', '；', '，', '：'];

function placeToCut(slice: string): number {
  const clause = Math.max(...clauseMarks.map((mark) => slice.lastIndexOf(mark)));
  if (clause > slice.length / 2) return clause + 1;
  const word = slice.lastIndexOf(' ');
  if (word > slice.length / 2) return word;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]$/.test(slice) ? slice.length - 1 : slice.length;
}

/** A name or number follows: "Gen. Dunford", "No. 5"; so do initials: "J. Edgar". */
const beforeName =
  /(?:^|[\s("“[])(?:Mrs?|Ms|Drs?|Profs?|Gens?|Col|Lt|Maj|Sgt|Capt|Cmdr|Adm|Sens?|Reps?|Govs?|Pres|Hon|Rev|Fr|St|Mt|Ft|Amb|Messrs|vs?|cf|Figs?|Eqs?|Vols?|Nos?|pp?|ca?|approx|e\.g|i\.e|viz|al|\p{Lu})\.\s*$/u;

/** These end a sentence too, unless what follows says otherwise. */
const withinSentence =
  /(?:^|[\s("“[])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Co|Bros|Jr|Sr|etc|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

const opensEnglishSentence =
  /^(?:The|A|An|In|On|At|It|Its|He|She|They|We|I|But|And|Or|So|This|That|These|Those|There|However|When|While|After|Before|If|As|For|With|By|From|His|Her|Their|What|Why|How|Who)\b/;

/** Whether a full stop is one of an abbreviation, by the end of the text before it and what follows. */
function isEnglishAbbreviation(tail: string, rest: string): boolean {
  if (!/\.\s*$/.test(tail)) return false;
  if (beforeName.test(tail))
    return !opensEnglishSentence.test(rest) || /\b(?:e\.g|i\.e)\.\s*$/.test(tail);
  return (
    withinSentence.test(tail) &&
    !opensEnglishSentence.test(rest) &&
    /^[\p{Ll}\p{Lu}\d(]/u.test(rest)
  );
}

const before = String.raw`(?:^|[\s("«„[—-])`;

/** A name, number or word follows: «им. Ленина», «рис. 3», «т. е.»; so do initials: «В. В. Путин». */
const neverEnds = new RegExp(
  String.raw`${before}(?:\p{Lu}|акад|гл|г-жа|г-н|ген|гос|доц|зам|им|напр|ок|п|пл|полк|пом|пос|пр|просп|проф|рис|ред|с|св|см|ср|ст|стр|табл|тов|т|т\.\s?е|ул|ч|янв|февр|мар|апр|авг|сент|окт|нояб|дек)\.\s*$`,
  'u',
);

/** These may end a sentence: «в 2025 г.», «10 млн руб.», «и т. д.». */
const mayEnd = new RegExp(
  String.raw`${before}(?:\d+\s?)?(?:г|гг|в|вв|др|пр|руб|коп|долл|млн|млрд|трлн|тыс|чел|кв|куб|км|кг|мин|сек|ч|обл|р-н|н\.\s?э|т\.\s?д|т\.\s?п|т\.\s?н|т\.\s?ч)\.\s*$`,
  'u',
);

const opensRussianSentence =
  /^[«"„“(]?(?:А|Без|Более|Бывш\p{L}+|В|Во|Все|Вместе|Время|Для|До|Его|Ее|Её|Если|За|Затем|Здесь|И|Из|Именно|Их|К|Как|Когда|Кроме|На|Не|Но|О|Об|Однако|Он|Она|Они|Оно|От|По|Позже|После|Потом|При|Поэтому|С|Сейчас|Со|Среди|Так|Также|Там|Тем|Теперь|То|Только|У|Через|Что|Эта|Эти|Это|Этот|Я)(?![\p{L}-])/u;

/**
 * Whether a full stop is one of an abbreviation, by the end of the text before it and what follows.
 * Behind speech a dash with a small letter goes on: «Это хорошо!» — заметил министр.
 */
function isRussianAbbreviation(tail: string, rest: string): boolean {
  if (/[!?…][»"”]?\s*$/.test(tail)) return /^[»"”]?\s*[—–-]\s*\p{Ll}/u.test(rest);
  if (!/\.\s*$/.test(tail)) return false;
  if (mayEnd.test(tail))
    return !opensRussianSentence.test(rest) && !/^[«"„“]?\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest);
  return neverEnds.test(tail);
}

/** A full stop, exclamation or question mark with what closes behind it. */
const chineseEnd = /(?:[。！？!?]+|\.(?=\s|$))[”’」』）》】"']*/g;

/** Behind a closing mark these go on with the sentence: “好！”，他说。 */
const goesOn = /^[，、；：,;:的]/;

/**
 * The sentences of a Chinese text, white space included. A quotation mark that opens belongs to the
 * sentence behind it, which `Intl.Segmenter` gives to the one before.
 */
function chineseSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(chineseEnd)) {
    const behind = index + mark.length;
    if (/[”’」』）》】"']$/.test(mark) && goesOn.test(text.slice(behind, behind + 1))) continue;
    spans.push({ start, end: behind });
    start = behind;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

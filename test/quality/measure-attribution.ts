import type { Article, Paragraph } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import type { Library } from '../../src/library/library.ts';
import { verify } from '../../src/verify/verify.ts';
import { readWording } from '../../src/verify/wording.ts';
import { type ReadLibrary, withWording } from '../../src/verify/wording-writer.ts';

interface Options {
  readonly samples: number;
  readonly seed?: number;
}

interface Excerpt {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly words: readonly string[];
}

/** One article in so many is left out of the library, to be asked for all the same. */
const heldOut = 5;
const maxShown = 12;

/** How well quotations are traced: right, altered in one word, and of texts outside the library. */
export async function measureAttribution(
  articles: readonly Article[],
  { samples, seed = 1 }: Options,
) {
  const random = createRandom(seed);
  const outside = articles.filter((_, index) => index % heldOut === heldOut - 1);
  const inside = articles.filter((article) => !outside.includes(article));
  const unread = libraryOf(inside);
  const began = performance.now();
  const before = memory();
  const library = await withWording(unread);
  const built = performance.now() - began;
  const after = memory();
  const misses: string[] = [];
  const times: number[] = [];
  // The collections hold some documents twice, some with a word changed or added.
  const texts = inside.flatMap((article) => article.paragraphs.map(({ text }) => text)).join('\n');
  const isNew = ({ words }: Excerpt) => {
    const middle = Math.ceil(words.length / 2);
    return ![words.slice(0, middle), words.slice(middle)].some((half) =>
      texts.includes(half.join(' ')),
    );
  };
  const draw = (from: readonly Article[]): Excerpt => {
    const excerpt = drawExcerpt(from, random);
    return from === inside || isNew(excerpt) ? excerpt : draw(from);
  };
  const share = (from: readonly Article[], isRight: (excerpt: Excerpt) => boolean) => {
    const excerpts = Array.from({ length: samples }, () => draw(from));
    const right = excerpts.filter((excerpt) => {
      const start = performance.now();
      const isSo = isRight(excerpt);
      times.push(performance.now() - start);
      if (!isSo) misses.push(`${excerpt.article.id}: ${excerpt.words.join(' ')}`.slice(0, 300));
      return isSo;
    });
    return Math.round((right.length / samples) * 10_000) / 100;
  };
  const exact = share(inside, (excerpt) => isTraced(excerpt, library, random));
  const altered = share(inside, (excerpt) => isAltered(excerpt, library, random));
  const notFound = share(outside, ({ words }) => {
    return verify(`“${words.join(' ')}”`, library).kind === 'not-found';
  });
  times.sort((a, b) => a - b);
  const paragraphs = inside.reduce((sum, article) => sum + article.paragraphs.length, 0);
  return {
    library: `${inside.length} articles, ${paragraphs} paragraphs`,
    index: `${Math.round(built)} ms, ${Math.round((after - before) / 1e5) / 10} MB`,
    exact,
    altered,
    notFound,
    'ms (median, 99 %, most)': `${[0.5, 0.99, 1].map((at) => quantile(times, at)).join(', ')}`,
    misses: misses.slice(0, maxShown),
  };
}

function libraryOf(articles: readonly Article[]): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    articles: byId,
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems: [],
  };
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function quantile(sorted: readonly number[], at: number): number {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * at));
  return Math.round((sorted[index] ?? 0) * 10) / 10;
}

type Random = (below: number) => number;

/** Mulberry32: the same excerpts each time. */
function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** 8 to 60 words of a paragraph, at least 8 of them more than marks. */
function drawExcerpt(articles: readonly Article[], random: Random): Excerpt {
  for (;;) {
    const article = articles[random(articles.length)];
    const paragraph = article?.paragraphs[random(article.paragraphs.length)];
    if (!article || !paragraph) continue;
    const words = paragraph.text.split(' ');
    const length = 8 + random(53);
    if (words.length < 8) continue;
    const from = random(Math.max(1, words.length - length + 1));
    const some = words.slice(from, from + length);
    if (readWording(some.join(' ')).length >= 8) return { article, paragraph, words: some };
  }
}

/** As people paste: other marks, a capital at the start, more white space, an ellipsis. */
function retyped(text: string, random: Random): string {
  const ways: ((text: string) => string)[] = [
    (same) => same,
    (plain) => `“${plain}”`,
    (plain) => `"${plain.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")}"`,
    (plain) => plain.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’'),
    (plain) => plain.replace(/\s*—\s*/g, ' - ').replace(/ /g, '  '),
    (plain) => `…${plain.replace(/^\p{Ll}/u, (first) => first.toUpperCase())} [...]`,
  ];
  return ways[random(ways.length)]?.(text) ?? text;
}

function isTraced({ article, paragraph, words }: Excerpt, library: ReadLibrary, random: Random) {
  const verdict = verify(retyped(words.join(' '), random), library);
  if (verdict.kind !== 'exact') return false;
  return [...verdict.passages, ...verdict.elsewhere].some(
    (passage) => passage.article === article.id && passage.paragraph === paragraph.number,
  );
}

/** Replaces one word by another one of the excerpt's article, or changes a number. */
function isAltered({ article, paragraph, words }: Excerpt, library: ReadLibrary, random: Random) {
  const text = words.join(' ');
  const tokens = readWording(text).filter(({ form }) => /^[\p{L}\d]/u.test(form));
  const numbers = tokens.filter(({ form }) => /^\d/.test(form));
  const pool = numbers.length > 0 && random(2) === 0 ? numbers : tokens;
  const token = pool[random(pool.length)];
  if (!token) return false;
  const old = text.slice(token.start, token.end);
  const next = /^\d/.test(old)
    ? String(Number(token.form.replace(/\D/g, '')) + 1)
    : otherWord(token.key, library, random);
  const changed = text.slice(0, token.start) + next + text.slice(token.end);
  const verdict = verify(changed, library);
  if (verdict.kind !== 'altered' || verdict.edits !== 1) return false;
  const [passage] = verdict.passages;
  const isThere = passage?.article === article.id && passage.paragraph === paragraph.number;
  const isDuplicate = library.articles
    .get(passage?.article ?? '')
    ?.paragraphs.some((other) => other.text.includes(text));
  const removed = verdict.diff.filter(({ kind }) => kind === 'removed').map((piece) => piece.text);
  const added = verdict.diff.filter(({ kind }) => kind === 'added').map((piece) => piece.text);
  return (isThere || isDuplicate === true) && removed.join() === old && added.join() === next;
}

function otherWord(key: string, library: ReadLibrary, random: Random): string {
  const articles = [...library.articles.values()];
  for (;;) {
    const text = articles[random(articles.length)]?.paragraphs[0]?.text ?? '';
    const tokens = readWording(text);
    const token = tokens[random(tokens.length)];
    if (token && token.key !== key && /^\p{L}+$/u.test(token.form)) return token.form;
  }
}

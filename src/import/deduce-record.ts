import type { ArticleRecord, InferableField } from '../library/article.ts';
import { lengthOfHead } from './article-body.ts';
import { findDate, isDateLine } from './date-line.ts';
import { agencyOf, datelineOf, furnitureRule, opensHighlights } from './page-furniture.ts';
import type { SourceBlock } from './source-block.ts';

/** What a text says of itself; everything else about it is unknown. */
export type DeducedRecord = Omit<ArticleRecord, 'id' | 'source' | 'text'>;

const longestTitle = 400;

/** A title made of the first words has so many. */
const wordsOfTitle = 9;

const names = String.raw`\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|bin|al)){1,3}`;
const byline = new RegExp(
  String.raw`^(?:By|BY)\s+(${names}(?:, ${names})*?(?:,? (?:and|&) ${names})?)(?:,\s*(.{2,80}))?$`,
  'u',
);
const affiliated = new RegExp(
  `^(${names}), [^.]*(?:University|Institut|College|School|Cent(?:er|re)|Council|Foundation)[^.]*$`,
  'u',
);
const biography = new RegExp(String.raw`^[•*–—-]?\s*(${names}) is (?:an?|the) \p{L}`, 'u');

/** Who published, by what the page prints around its text. */
const publisherClues = [
  /\bSource:\s*([\p{Lu}][^.;]{1,40})$/u,
  /\breflect (?:the views of )?(?:the )?(\p{Lu}[^.;]{1,40}?)['’](?:s)? (?:point of view|views?|opinions?|position)/u,
];

/** Reads title, byline, publisher and date off a text; what is guessed is listed as inferred. */
export function deduceRecord(blocks: readonly SourceBlock[]): DeducedRecord {
  const head = blocks.slice(0, lengthOfHead(blocks));
  const [people, whoInferred] = authorsOf(head, blocks);
  const stated = head.map(({ text }) => byline.exec(text)?.[2]).find(Boolean);
  const publisher = stated ?? publisherOf(blocks);
  const title = titleOf(head);
  const first = blocks[head.length]?.text ?? '';
  const published = dateOf(head, blocks);
  const inferred: InferableField[] = [
    ...(title ? [] : (['title'] as const)),
    ...(whoInferred ? (['authors'] as const) : []),
    ...(publisher && !stated ? (['publisher'] as const) : []),
  ];
  return {
    title: (title ?? openingOf(first)).slice(0, longestTitle),
    authors: people,
    ...(publisher && { publisher }),
    ...(published && { published }),
    language: languageOf(blocks),
    inferred,
  };
}

function authorsOf(
  head: readonly SourceBlock[],
  blocks: readonly SourceBlock[],
): [names: string[], inferred: boolean] {
  const line = head.map(({ text }) => byline.exec(text)?.[1]).find(Boolean);
  if (line) return [line.split(/,? and | & |, /), false];
  const inHead = head.map(({ text }) => affiliated.exec(text)?.[1]);
  const below = blocks.slice(-3).map(({ text }) => biography.exec(text)?.[1]);
  const name = [...inHead, ...below].find(Boolean);
  return name ? [[name], true] : [[], false];
}

function titleOf(head: readonly SourceBlock[]): string | undefined {
  const highlights = head.findIndex(({ text }) => opensHighlights(text));
  const lines = (highlights === -1 ? head : head.slice(0, highlights)).filter(({ text }) => {
    const isOther = furnitureRule(text) || datelineOf(text) || isDateLine(text);
    return !isOther && !byline.test(text) && !affiliated.test(text);
  });
  const [first, second] = lines.map(({ text }) => text);
  return first?.endsWith(':') && second ? `${first} ${second}` : first;
}

function openingOf(paragraph: string): string {
  const words = paragraph.split(' ');
  const opening = words.slice(0, wordsOfTitle).join(' ');
  return words.length > wordsOfTitle ? `${opening.replace(/[,;:.]$/, '')} …` : opening;
}

function publisherOf(blocks: readonly SourceBlock[]): string | undefined {
  for (const { text } of blocks) {
    for (const clue of publisherClues) {
      const found = clue.exec(text)?.[1];
      if (found) return found.trim();
    }
    const agency = agencyOf(text);
    if (agency) return agency;
  }
  return undefined;
}

/** A date of the page's, never one that its sentences name. */
function dateOf(head: readonly SourceBlock[], blocks: readonly SourceBlock[]) {
  const dated = [...head, ...blocks.slice(-3)].find(({ text }) => isDateLine(text));
  return dated && findDate(dated.text);
}

function languageOf(blocks: readonly SourceBlock[]): string {
  const text = blocks.map((block) => block.text).join('\n');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(1, letters);
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return 'ru';
  return share(/\p{Script=Han}/gu) > 0.5 ? 'zh' : 'en';
}

import type { ImportResult } from '../../import/importer.ts';
import type { Article } from '../../library/article.ts';
import { cleanText } from '../../library/paragraphs.ts';

/** Longest piece of what was left out that is printed, in characters. */
const maxShownLength = 100;

/** So many pieces of one rule are printed; the rest is counted. */
const maxOfRule = 5;

const origins = {
  known: 'the record that the library holds for this file',
  stated: 'the record that the file states',
  deduced: 'a record made from what it says',
};

/** What became of an article as one JSON object, with the fields that scripts rely on. */
export function jsonOf({
  input,
  status,
  id,
  format,
  imported,
  review,
  reason,
}: ImportResult): string {
  return JSON.stringify({
    input,
    status,
    id,
    format,
    record: imported && recordOf(imported.article),
    review,
    paragraphs: imported?.article.paragraphs.length,
    leftOut: imported?.removed.map(({ rule, text }) => `${rule}: ${text}`) ?? [],
    reason,
  });
}

/** What became of an article, or in a dry run would become, with its record and what was left out. */
export function textOf(
  { input, status, id, imported, review, reason }: ImportResult,
  isDry: boolean,
): string {
  const what = isDry && status === 'written' ? 'would be written' : status;
  const became = id ? `${id} (${what})` : what;
  const lines = [cleanText(`${input} -> ${became}${reason ? `: ${reason}` : ''}`)];
  if (!imported || status === 'refused') return lines.join('\n');
  const { article, record } = imported;
  lines.push(`  paragraphs: ${article.paragraphs.length}; ${origins[record]}:`);
  lines.push(...recordLines(article).map((line) => `    ${line}`));
  if (review.length > 0) lines.push(`  look over: ${review.join(', ')}`);
  return [...lines, ...removedLines(imported.removed)].join('\n');
}

function removedLines(removed: NonNullable<ImportResult['imported']>['removed']): string[] {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  for (const { rule, kind, text } of removed) {
    const name = `  ${kind} (${rule})`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const cut = text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
    if (count <= maxOfRule) lines.push(`${name}: ${cleanText(cut)}`);
  }
  for (const [name, count] of counts) {
    if (count > maxOfRule) lines.push(`${name}: ${count - maxOfRule} more`);
  }
  return lines;
}

/** One line an article, in columns; a dry run says that it was one. */
export function tableOf(results: readonly ImportResult[], isDry: boolean): string {
  const rows = [
    ['', 'id', 'format', 'paragraphs', 'input'],
    ...results.map(({ status, id = '', format = '', imported, input }) => [
      isDry && status === 'written' ? 'would be written' : status,
      id,
      format,
      String(imported?.article.paragraphs.length ?? ''),
      cleanText(input),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  const refused = results.filter(({ status }) => status === 'refused').length;
  const counted = refused > 0 ? [`${refused} of ${results.length} refused.`] : [];
  const dry = isDry ? ['Nothing was written: this was a dry run.'] : [];
  return ['', ...lines.map((line) => line.trimEnd()), ...counted, ...dry].join('\n');
}

/** The articles that a person should look over, and what of each; undefined for none. */
export function toReview(results: readonly ImportResult[]): string | undefined {
  const waiting = results.filter(({ review }) => review.length > 0);
  if (waiting.length === 0) return undefined;
  const lines = waiting.map(({ id, review }) => `  ${id}: ${review.join(', ')}`);
  return [
    'To look over and correct in the files, then take out of `review`; or to correct in Slack:',
    ...lines,
  ].join('\n');
}

function recordOf(article: Article): Omit<Article, 'paragraphs'> {
  const { paragraphs: _, ...record } = article;
  return record;
}

function recordLines(article: Article): string[] {
  const { source: _, inferred, review: __, ...stated } = recordOf(article);
  return Object.entries(stated).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : String(value);
    const isInferred = inferred.some((field) => field === name);
    return text === '' ? [] : [`${name}: ${text}${isInferred ? ' (inferred)' : ''}`];
  });
}

import { readNames } from '../record/byline.ts';
import { personName } from '../record/person-name.ts';
import { type FoundRecord, inferred, recordOf, stated } from '../source.ts';
import { linesOf, type PdfLine } from './lines.ts';
import type { PdfFile } from './pages.ts';

/** What programs write for a title by themselves. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint)|untitled|document\d*$|slide \d|print|layout \d|title$|powerpoint)|\.(?:docx?|pdf|indd|exe|pptx?|qxd|tex|rtf|html?)\b|^[\w-]{1,12}$|\d+pt\b|^https?:/i;

const maxTitleLength = 300;

/**
 * The record of a file: the title in the largest type of its first page, what the file calls itself
 * only where that is no program's doing, and the day never by when the file was made.
 */
export function pdfRecord(file: PdfFile): { readonly record: FoundRecord; readonly title: string } {
  const shown = largestOf(file);
  const named =
    file.title && !noTitle.test(file.title) && file.title.length <= maxTitleLength
      ? file.title
      : undefined;
  const isSame = shown && named && bare(shown).includes(bare(named));
  const title = isSame
    ? stated(named.length > shown.length ? named : shown)
    : inferred(shown ?? named);
  const people = file.author ? (readNames(file.author)?.authors ?? []) : [];
  const authors = people.filter((name) => personName(name) !== undefined);
  return {
    record: recordOf({
      title,
      authors: inferred(authors.length > 0 ? authors : undefined),
    }),
    title: shown ?? '',
  };
}

/** The lines in the largest type of the first page that has any, if it is larger than the text's. */
function largestOf({ pages }: PdfFile): string | undefined {
  for (const page of pages.slice(0, 2)) {
    const lines = linesOf(page).filter(({ text }) => /\p{L}{2}/u.test(text));
    const sizes = lines.map(({ size }) => size);
    const largest = Math.max(0, ...sizes);
    const [median = 0] = [...sizes].sort((a, b) => a - b).slice(Math.floor(sizes.length / 2));
    const isCover = lines.length <= 3 && pages.length > 1;
    if (lines.length === 0 || (largest < median * 1.15 && !isCover)) continue;
    const text = runFrom(lines, largest)
      .map((line) => line.text)
      .join(' ');
    if (text.length >= 4 && text.length <= maxTitleLength && !/[.。]$/.test(text)) return text;
  }
  return undefined;
}

/** The first line of a size, and those of the same size right below it. */
function runFrom(lines: readonly PdfLine[], size: number): PdfLine[] {
  const first = lines.findIndex((line) => line.size > size * 0.97);
  const run: PdfLine[] = [];
  for (const line of lines.slice(first)) {
    const above = run.at(-1);
    const isNext =
      !above || (Math.abs(line.size - size) < size * 0.03 && above.y - line.y < size * 2);
    if (!isNext || run.length >= 6) break;
    run.push(line);
  }
  return run;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

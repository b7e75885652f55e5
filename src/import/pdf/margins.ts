import type { Removal } from '../source.ts';
import type { PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** The part of a page's height, at its top and bottom, where running heads stand. */
const margin = 0.12;

/** A running head stands on so many pages, in the same place and size. */
const minPages = 3;

/** Below the margins what stands on so large a share of the pages is one too: under a banner, beside a photograph. */
const minShare = 0.3;

/** The lines without what is repeated on each page, and the page numbers that were printed. */
export interface TextOfPages {
  readonly lines: readonly PdfLine[];
  /** What is printed as the number of each page. */
  readonly printed: ReadonlyMap<PdfPage, string>;
}

/** Takes running heads and page numbers off, which stand in the margins. */
export function withoutMargins(lines: readonly PdfLine[], removed: Removal[]): TextOfPages {
  const pagesOf = new Map<string, Set<PdfPage>>();
  for (const line of lines) {
    const key = placeOf(line);
    pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(line.page));
  }
  const candidates = new Map<PdfPage, string>();
  const all = new Set(lines.map(({ page }) => page)).size;
  const kept = lines.filter((line) => {
    const number = numberIn(line.text);
    const least = isInMargin(line) ? minPages : Math.max(minPages + 1, all * minShare);
    const isRepeated = (pagesOf.get(placeOf(line))?.size ?? 0) >= least;
    if (!isRepeated && !(isInMargin(line) && isAlone(line.text))) return true;
    if (number) candidates.set(line.page, number);
    removed.push({
      rule: isAlone(line.text) ? 'page number' : 'running head',
      text: line.text,
      kind: 'left out',
    });
    return false;
  });
  return { lines: kept, printed: inOrder(candidates) };
}

function isInMargin({ y, page }: PdfLine): boolean {
  return y < page.height * margin || y > page.height * (1 - margin);
}

/** The same words at the same height and size; in the margins the page's number in them differs. */
function placeOf(line: PdfLine): string {
  const { text, y, size } = line;
  const words = text.toLowerCase();
  const masked = isInMargin(line) ? words.replace(/\d+|\b[ivxl]+\b/g, '#') : words;
  return `${masked} ${Math.round(y / 4)} ${Math.round(size)}`;
}

function isAlone(text: string): boolean {
  return /^(?:page |p\. ?|стр\. ?|第 ?)?[-–—|]?\s?(?:\d{1,4}|[ivxl]{1,7})\s?[-–—|]?(?: ?(?:of|\/|из) ?\d{1,4}| ?页)?$/i.test(
    text,
  );
}

function numberIn(text: string): string | undefined {
  return (
    /(?:^|\D)(\d{1,4})(?:\s?[-–—|]?| ?(?:of|\/) ?\d{1,4})$/.exec(text)?.[1] ??
    /^(\d{1,4})\b/.exec(text)?.[1]
  );
}

/** The numbers that grow with the pages, if most do; the others are years, prices and the like. */
function inOrder(numbers: ReadonlyMap<PdfPage, string>): ReadonlyMap<PdfPage, string> {
  const byOffset = new Map<number, [PdfPage, string][]>();
  for (const [page, number] of numbers) {
    const offset = Number(number) - page.number;
    byOffset.set(offset, [...(byOffset.get(offset) ?? []), [page, number]]);
  }
  const [most = []] = [...byOffset.values()].sort((a, b) => b.length - a.length);
  return most.length >= 2 && most.length >= numbers.size * 0.6 ? new Map(most) : new Map();
}

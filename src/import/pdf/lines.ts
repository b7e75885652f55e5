import { cleanText } from '../../library/paragraphs.ts';
import type { PdfItem, PdfPage } from './pages.ts';

/** A line of a page: what stands side by side on one base line. */
export interface PdfLine {
  readonly text: string;
  readonly page: PdfPage;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The font of most of its letters. */
  readonly font: string;
  /** Whether the mark of a note stands before it. */
  readonly hasMark: boolean;
}

/**
 * The lines of a page in the order in which the file draws them: that is the order in which text
 * programs set it, columns included.
 */
export function linesOf(page: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfItem[] = [];
  const close = () => {
    const line = lineOf(open, page);
    if (line) lines.push(line);
    open = [];
  };
  for (const item of page.items) {
    const last = open.at(-1);
    if (last && !isBeside(last, item, open)) close();
    if (item.text !== '') open.push(item);
  }
  close();
  return lines;
}

/** Whether an item stands on the line of those before it, raised and lowered ones included. */
function isBeside(last: PdfItem, item: PdfItem, line: readonly PdfItem[]): boolean {
  const size = Math.max(last.size, item.size);
  const base = line[0]?.y ?? last.y;
  const isLevel = Math.abs(item.y - last.y) < size * 0.5 || Math.abs(item.y - base) < size * 0.4;
  const gap = item.x - (last.x + last.width);
  return isLevel && gap > -size * 2 && gap < size * 6;
}

function lineOf(items: readonly PdfItem[], page: PdfPage): PdfLine | undefined {
  const main = items.reduce<PdfItem | undefined>(
    (best, item) => (best && best.text.length >= item.text.length ? best : item),
    undefined,
  );
  const first = items.find(({ text }) => text.trim() !== '');
  if (!main || !first) return undefined;
  let text = '';
  let right = first.x;
  for (const item of items) {
    if (isNoteMark(item, main)) continue;
    const isApart = text !== '' && item.x - right > item.size * 0.18;
    text += isApart && !/\s$/.test(text) && !/^\s/.test(item.text) ? ` ${item.text}` : item.text;
    if (item.text.trim() !== '') right = item.x + item.width;
  }
  const clean = cleanLine(text);
  if (clean === '') return undefined;
  const hasMark = first !== main && isNoteMark(first, main);
  const { y, size, font } = main;
  return { text: clean, page, x: first.x, right, y, size, font, hasMark };
}

/** What is drawn is seen: many programs draw each hyphen as a soft one, which elsewhere is invisible. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/-?\u00ad/g, '-'));
}

/** A small raised number leads to a note; read as text it would turn "policy" into "policy12". */
export function isNoteMark(item: PdfItem, main: PdfItem): boolean {
  const isRaised = item.size < main.size * 0.8 && item.y > main.y + main.size * 0.15;
  return isRaised && /^[\d*†‡,\s]{1,6}$/.test(item.text);
}

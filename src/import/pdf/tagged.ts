import type { SourceBlock } from '../source.ts';
import { cleanLine, isNoteMark } from './lines.ts';
import type { PdfItem, PdfNode, PdfPage } from './pages.ts';

/** A block of the structure tree, and the page on which it stands. */
export interface TaggedBlock {
  readonly kind: SourceBlock['kind'];
  readonly lines: readonly string[];
  readonly page: PdfPage;
}

/** So much of the letters has to lie in the tree for it to be relied on. */
const minShare = 0.7;

const kinds: Readonly<Record<string, SourceBlock['kind']>> = {
  P: 'paragraph',
  LI: 'item',
  LBody: 'item',
  BlockQuote: 'quote',
  Quote: 'quote',
  Note: 'note',
  FENote: 'note',
  TR: 'paragraph',
  Caption: 'paragraph',
  TOCI: 'paragraph',
};

/** The blocks of a file by its structure tree; undefined where that holds too little of the text. */
export function taggedBlocks(pages: readonly PdfPage[]): TaggedBlock[] | undefined {
  const blocks: TaggedBlock[] = [];
  let [inTree, all] = [0, 0];
  for (const page of pages) {
    const ofPage = page.tree ? blocksOf(page.tree, page) : [];
    blocks.push(...ofPage);
    inTree += ofPage.reduce((sum, { lines }) => sum + lettersIn(lines), 0);
    all += lettersIn(page.items.map(({ text }) => text));
  }
  return all > 0 && inTree >= all * minShare ? blocks : undefined;
}

function blocksOf(tree: PdfNode, page: PdfPage): TaggedBlock[] {
  const byMark = new Map<string, PdfItem[]>();
  for (const item of page.items) {
    if (!item.mark) continue;
    const items = byMark.get(item.mark);
    if (items) items.push(item);
    else byMark.set(item.mark, [item]);
  }
  const blocks: TaggedBlock[] = [];
  const visit = (node: PdfNode, depth: number): void => {
    const kind = kindOf(node.role);
    const isBlock = kind !== undefined && !hasBlocks(node);
    if (isBlock || node.id) {
      const lines = linesOf(itemsOf(node, byMark));
      if (lines.length > 0) blocks.push({ kind: kind ?? 'paragraph', lines, page });
    } else if (depth < 100) for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return blocks;
}

function kindOf(role = ''): SourceBlock['kind'] | undefined {
  return /^H[1-6]?$|^Title$/.test(role) ? 'heading' : kinds[role];
}

/** A list's item may hold paragraphs of its own; a table's row holds cells, and is one block. */
function hasBlocks(node: PdfNode): boolean {
  if (node.role === 'TR') return false;
  return (node.children ?? []).some(
    (child) => kindOf(child.role) !== undefined || hasBlocks(child),
  );
}

function itemsOf(node: PdfNode, byMark: ReadonlyMap<string, readonly PdfItem[]>): PdfItem[] {
  if (node.id) return [...(byMark.get(node.id) ?? [])];
  return (node.children ?? []).flatMap((child) => itemsOf(child, byMark));
}

/** The text of a block, line by line, so that hyphens at their ends can be told. */
function linesOf(items: readonly PdfItem[]): string[] {
  const lines = [''];
  const main = items.reduce<PdfItem | undefined>(
    (best, item) => (best && best.text.length >= item.text.length ? best : item),
    undefined,
  );
  let last: PdfItem | undefined;
  for (const item of items) {
    if (main && isNoteMark(item, main)) continue;
    const isLower = last && Math.abs(item.y - last.y) > Math.max(item.size, last.size) * 0.6;
    if (isLower && lines.at(-1) !== '') lines.push('');
    const text = lines.at(-1) ?? '';
    const isApart = last && !isLower && item.x - (last.x + last.width) > item.size * 0.18;
    lines[lines.length - 1] =
      isApart && text !== '' && !/\s$/.test(text) ? `${text} ${item.text}` : text + item.text;
    if (item.text.trim() !== '') last = item;
  }
  return lines.map(cleanLine).filter((line) => line !== '');
}

function lettersIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.replace(/\s/g, '').length, 0);
}

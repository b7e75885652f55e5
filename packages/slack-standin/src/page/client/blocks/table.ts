import type { TableBlock } from '@slack/types';
import { element } from '../dom/element.ts';
import type { Names } from '../people.ts';
import { drawRichText } from './rich-text.ts';

type Cell = TableBlock['rows'][number][number];

/** Draws a table; its first row heads the columns, and a wide one scrolls by itself. */
export function drawTable(block: TableBlock, names: Names): HTMLElement {
  const [head = [], ...rows] = block.rows;
  const look = (column: number) => {
    const { align = 'left', is_wrapped = false } = block.column_settings?.[column] ?? {};
    return `align-${align} ${is_wrapped ? 'wrapped' : ''}`;
  };
  const headings = head.map((cell, column) =>
    element('th', { scope: 'col', class: look(column) }, drawCell(cell, names)),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((cell, column) => element('td', { class: look(column) }, drawCell(cell, names))),
    ),
  );
  return element(
    'div',
    { class: 'table-scroller', role: 'region', 'aria-label': 'Table', tabindex: 0 },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...headings)),
      element('tbody', {}, ...body),
    ),
  );
}

function drawCell(cell: Cell, names: Names): HTMLElement {
  if (cell.type === 'rich_text') return drawRichText(cell, names);
  return element('span', { dir: 'auto' }, cell.text);
}

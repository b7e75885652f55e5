import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { Page } from '../page.ts';
import type { FileView } from '../state.ts';

const pictures = new Set(['image/gif', 'image/jpeg', 'image/png', 'image/webp']);
const kilo = 1024;

/** Draws the files that a message shares: pictures as such, the others as cards to be saved. */
export function drawFiles(files: readonly FileView[], page: Page): HTMLElement {
  const items = files.map((file) => element('li', {}, drawFile(file, page)));
  return element('ul', { class: 'files', 'aria-label': 'Files' }, ...items);
}

function drawFile(file: FileView, page: Page): HTMLElement {
  const address = `/page/files/${encodeURIComponent(file.id)}?user=${page.place.user}`;
  const isPicture = pictures.has(file.mimetype);
  const details = `${file.pretty_type} · ${describeSize(file.size)}`;
  const link = element(
    'a',
    { class: 'file', href: address, download: file.name, 'data-testid': 'file' },
    !isPicture && icon('file'),
    element(
      'span',
      { class: 'file-words' },
      element('bdi', { class: 'file-title' }, file.title),
      element('small', {}, details),
    ),
  );
  if (!isPicture) return link;
  const look = { class: 'image', loading: 'lazy', src: address, alt: file.alt_txt ?? file.title };
  return element('figure', {}, element('img', look), element('figcaption', {}, link));
}

/** A size in words: "12 kB". */
export function describeSize(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} kB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}

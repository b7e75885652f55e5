import JSZip from 'jszip';
import { convertToHtml, images } from 'mammoth';
import { cleanText } from '../../library/paragraphs.ts';
import { blocksOf } from '../html/blocks.ts';
import { parsePage } from '../html/page.ts';
import {
  inferred,
  type ReadSource,
  type Removal,
  recordOf,
  type SourceInput,
  stated,
} from '../source.ts';
import { structuredDocument } from './structured.ts';
import { openArchive } from './zip.ts';

/** The names of headings in Words of other languages; the English ones are known. */
const headings = [
  'Heading',
  'Заголовок',
  '标题',
  '標題',
  'Überschrift',
  'Titre',
  'Título',
  'Titolo',
];

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) =>
    headings.map((name) => `p[style-name='${name} ${level}'] => h${level}:fresh`),
  ),
];

const hiddenRun =
  /<w:r(?:\s[^>]*)?>(?:(?!<\/?w:r[\s>]).)*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>(?:(?!<\/?w:r[\s>]).)*?<\/w:r>/gs;

/**
 * Reads a Word document with all changes accepted: what was deleted is left out, what was inserted
 * stays. Hidden text and pictures are left out as well.
 */
export async function readDocx({ bytes }: Pick<SourceInput, 'bytes'>): Promise<ReadSource> {
  const archive = await openArchive(bytes);
  if ('problem' in archive) return archive;
  const text = (await archive.read('word/document.xml'))?.toString('utf8');
  const core = (await archive.read('docProps/core.xml'))?.toString('utf8') ?? '';
  archive.close();
  if (text === undefined) return { problem: 'it is no Word document; save it as DOCX' };
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 10_000))) {
    return { problem: 'it declares entities, as no Word does; save it again' };
  }
  const removed: Removal[] = [];
  const html = await toHtml(bytes, text, removed);
  const document = parsePage(html);
  const title = cleanText(document.querySelector('h1.title')?.textContent ?? '');
  for (const link of document.querySelectorAll(
    'a[href^="#footnote-ref"], a[href^="#endnote-ref"]',
  )) {
    link.remove();
  }
  const blocks = document.body ? blocksOf(document.body) : [];
  const record = recordOf({
    title: stated(title || undefined) ?? inferred(property(core, 'dc:title')),
  });
  const plain = blocks.map(({ kind, text: words }) => ({ kind, text: words }));
  return { documents: [structuredDocument('docx', plain, record, removed)] };
}

async function toHtml(bytes: Uint8Array, text: string, removed: Removal[]): Promise<string> {
  const visible = text.replace(hiddenRun, (run) => {
    const hidden = cleanText(run.replace(/<[^>]*>/g, ''));
    if (hidden) removed.push({ rule: 'hidden text', text: hidden, kind: 'mended' });
    return '';
  });
  let buffer: Buffer = Buffer.from(bytes);
  if (visible !== text) {
    const zip = await JSZip.loadAsync(bytes);
    zip.file('word/document.xml', visible);
    buffer = await zip.generateAsync({ type: 'nodebuffer' });
  }
  // Without this, every picture would stand in the HTML as text.
  const convertImage = images.imgElement(async () => ({ src: '' }));
  const { value, messages } = await convertToHtml({ buffer }, { styleMap, convertImage });
  if (messages.some(({ type }) => type === 'error'))
    throw new Error('its parts do not fit together');
  if (/<w:del\s/.test(text)) {
    removed.push({ rule: 'tracked changes', text: 'read as accepted', kind: 'mended' });
  }
  return value;
}

function property(xml: string, name: string): string | undefined {
  const [, value = ''] = new RegExp(`<${name}[^>]{0,200}>([^<]{1,500})</${name}>`).exec(xml) ?? [];
  const text = cleanText(value);
  return text === '' || /^(?:microsoft word|document\d*|untitled)\b/i.test(text) ? undefined : text;
}

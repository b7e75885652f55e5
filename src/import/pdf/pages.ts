import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { cleanText } from '../../library/paragraphs.ts';
import type { Tell } from '../source.ts';
import { hasSoftHyphens, withHyphens } from './hyphens.ts';

/** A run of text as the file draws it; lengths are points, `y` grows upwards. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** Whether the file itself ends a line behind it. */
  readonly endsLine: boolean;
  /** The marked content that it belongs to, where the file is tagged. */
  readonly mark?: string;
}

/** A node of a page's structure. */
export interface PdfNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly PdfNode[];
}

/** A page with its text, its size, and the name that is printed on it, if the file knows that. */
export interface PdfPage {
  readonly number: number;
  readonly label?: string;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly tree?: PdfNode;
  readonly hasPictures: boolean;
}

/** What a file says of itself; often by whom and under which name it was typed. */
export interface PdfFile {
  readonly pages: readonly PdfPage[];
  readonly title?: string;
  readonly author?: string;
}

const maxPages = 400;

/** Fewer letters on a page are those of a scan's stamp. */
const minLetters = 100;

/** How pdf.js reads Chinese, Japanese and Korean text whose fonts are not in the file. */
const cMapUrl = fileURLToPath(new URL('../../../assets/pdf/cmaps/', import.meta.url));

/** Reads the text of a file with where it stands; a file without text comes with the reason. */
export async function readPages(
  bytes: Uint8Array,
  tell: Tell = () => {},
): Promise<PdfFile | { readonly problem: string }> {
  const options = {
    cMapUrl,
    cMapPacked: true,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
  };
  // The bytes are handed over: a copy stays for the caller to count.
  const opened = await getDocumentProxy(Uint8Array.from(bytes), options).catch(
    (error: Error) => error,
  );
  if (opened instanceof Error) return { problem: whyNotOpened(opened) };
  try {
    if (opened.numPages > maxPages) {
      return {
        problem: `it has ${opened.numPages} pages; divide it into parts of at most ${maxPages}`,
      };
    }
    const file = await readFile(opened, tell);
    return whyUnreadable(file) ?? file;
  } finally {
    await opened.destroy();
  }
}

async function readFile(document: PDFDocumentProxy, tell: Tell): Promise<PdfFile> {
  const labels = await document.getPageLabels();
  const isTagged = (await document.getMarkInfo())?.Marked === true;
  const pages: PdfPage[] = [];
  const isHyphenated = await drawsSoftHyphens(document);
  for (let number = 1; number <= document.numPages; number += 1) {
    tell({ page: number, pages: document.numPages });
    const page = await document.getPage(number);
    pages.push(
      await readPage(page, number, labels?.[number - 1] ?? undefined, {
        isTagged,
        isHyphenated,
      }),
    );
    page.cleanup();
  }
  const metadata = await document.getMetadata();
  const info = { ...metadata.info } as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? cleanText(value) : '');
  const [title, author, language] = [info.Title, info.Author, info.Language].map(text);
  return {
    pages,
    ...(title && { title }),
    ...(author && { author }),
    ...(language && { language }),
  };
}

/** So many pages are looked at, from the first: a program writes its hyphens in one way. */
const probed = 4;

async function drawsSoftHyphens(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(probed, document.numPages); number += 1) {
    const page = await document.getPage(number);
    const isFound = await hasSoftHyphens(page);
    page.cleanup();
    if (isFound) return true;
  }
  return false;
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  label: string | undefined,
  { isTagged, isHyphenated }: { readonly isTagged: boolean; readonly isHyphenated: boolean },
): Promise<PdfPage> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const runs = content.items.filter((item) => 'str' in item);
  const texts = isHyphenated ? await withHyphens(page, runs) : runs.map(({ str }) => str);
  const textOf = new Map(runs.map((run, at) => [run, texts[at] ?? run.str]));
  const items: PdfItem[] = [];
  const marks: (string | undefined)[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push((item as { id?: string }).id ?? marks.at(-1));
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Text that runs up the margin names who printed the page.
    if (Math.abs(b) > 0.2 * Math.abs(a) && !content.styles[item.fontName]?.vertical) continue;
    const mark = marks.at(-1);
    const size = Math.hypot(c, d);
    const text = textOf.get(item) ?? item.str;
    items.push({
      text,
      x,
      y,
      // Room for a hyphen that its program forgot.
      width:
        text.length > item.str.length && text.endsWith('-') ? item.width + size / 3 : item.width,
      size,
      font: item.fontName,
      endsLine: item.hasEOL,
      ...(mark && { mark }),
    });
  }
  const tree = isTagged ? ((await page.getStructTree()) as PdfNode | null) : null;
  const letters = items.reduce((sum, { text }) => sum + text.trim().length, 0);
  const { height } = page.getViewport({ scale: 1 });
  return {
    number,
    ...(label && { label }),
    height,
    items,
    ...(tree && { tree }),
    hasPictures: letters < minLetters && (await drawsPictures(page)),
  };
}

/** By the operators of pdf.js that paint images: 82 to 91. */
async function drawsPictures(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator: number) => operator >= 82 && operator <= 91);
}

function whyNotOpened({ name, message }: Error): string {
  if (name === 'PasswordException') return 'it needs a password; save it without one';
  return `it is a broken PDF (${message.slice(0, 100)}); save it again`;
}

function whyUnreadable({ pages }: PdfFile): { readonly problem: string } | undefined {
  const first = pages.slice(0, 10);
  const letters = first.reduce(
    (sum, { items }) => sum + items.reduce((of, { text }) => of + text.trim().length, 0),
    0,
  );
  const isScan =
    letters < minLetters * first.length && first.some(({ hasPictures }) => hasPictures);
  if (isScan)
    return { problem: 'it is scanned: its pages are pictures; make it searchable with OCR first' };
  return letters === 0
    ? { problem: 'it holds no text; make it searchable with OCR first' }
    : undefined;
}

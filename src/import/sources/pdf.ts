import { groupLines } from '../pdf/geometry.ts';
import { linesOf, type PdfLine } from '../pdf/lines.ts';
import { withoutMargins } from '../pdf/margins.ts';
import { type PdfFile, type PdfPage, readPages } from '../pdf/pages.ts';
import { pdfRecord } from '../pdf/record.ts';
import { taggedBlocks } from '../pdf/tagged.ts';
import { joinHyphenated } from '../plain/hyphens.ts';
import { sentenceEnd } from '../plain/lines.ts';
import type { ReadSource, Removal, SourceBlock, SourceInput, Tell } from '../source.ts';
import { structuredDocument } from './structured.ts';

/** Reads a PDF by its structure tree where it has a whole one, else by where its lines stand. */
export async function readPdf(
  { bytes }: Pick<SourceInput, 'bytes'>,
  tell?: Tell,
): Promise<ReadSource> {
  const file = await readPages(bytes, tell);
  if ('problem' in file) return file;
  const removed: Removal[] = [];
  const blocks = pdfBlocks(file, removed);
  const { record, title } = pdfRecord(file);
  const rest = withoutTitle(blocks, title, removed);
  return { documents: [structuredDocument('pdf', rest, record, removed)] };
}

/** The blocks of a file; `isTreeUsed` set to false reads a tagged one as if it were not. */
export function pdfBlocks(file: PdfFile, removed: Removal[], isTreeUsed = true): SourceBlock[] {
  const { lines, printed } = withoutMargins(file.pages.flatMap(linesOf), removed);
  const tagged = isTreeUsed ? taggedBlocks(file.pages) : undefined;
  const pieces: Piece[] =
    tagged ??
    inOrder(
      groupLines(lines).map((group) => ({
        kind: group.kind,
        lines: group.lines.map(({ text }) => text),
        page: (group.lines[0] as PdfLine).page,
        last: (group.lines.at(-1) as PdfLine).page,
      })),
    );
  const known = knownWords(pieces);
  const isContents = ({ lines: texts }: Piece) => texts.every((text) => contentsLine.test(text));
  for (const { lines: texts } of pieces.filter(isContents)) {
    removed.push({ rule: 'table of contents', text: texts.join(' '), kind: 'left out' });
  }
  return joinPages(pieces.filter((piece) => !isContents(piece))).map(
    ({ kind, lines: texts, page, last }) => {
      const [from, to] = [page, last ?? page].map((each) => pageName(each, printed));
      return {
        kind,
        text: joined(texts, known),
        page: from === to ? (from ?? '') : range(from, to),
      };
    },
  );
}

/** `2.1 Roads under ice ........ 17` */
const contentsLine = /(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxl]{1,7})?$/i;

/** A block before its lines are joined. */
interface Piece {
  readonly kind: SourceBlock['kind'];
  readonly lines: readonly string[];
  readonly page: PdfPage;
  /** The page on which it ends, if that is another one. */
  readonly last?: PdfPage;
}

/** Notes stand at the foot of their pages, in the midst of a paragraph that goes on behind them. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  return [
    ...pieces.filter(({ kind }) => kind !== 'note'),
    ...pieces.filter(({ kind }) => kind === 'note'),
  ];
}

/** Puts together the paragraphs that a page or column cut within a sentence. */
function joinPages(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const above = whole.at(-1);
    const end = above?.lines.at(-1) ?? '';
    const isProse =
      above?.kind === piece.kind && piece.kind === 'paragraph' && above.lines.join(' ').length > 60;
    const isCut =
      isProse && !sentenceEnd.test(end) && !/:$/.test(end) && /^\p{Ll}/u.test(piece.lines[0] ?? '');
    if (above && isCut) {
      whole[whole.length - 1] = {
        ...above,
        lines: [...above.lines, ...piece.lines],
        last: piece.last ?? piece.page,
      };
    } else whole.push(piece);
  }
  return whole;
}

function joined(lines: readonly string[], known: ReadonlySet<string>): string {
  return lines.reduce((above, below) => {
    if (above === '') return below;
    if (/\p{L}[-\u2010]$/u.test(above)) return joinHyphenated(above, below, known);
    const isHan =
      /[\p{Script=Han}，。、；：！？”」』）]$/u.test(above) &&
      /^[\p{Script=Han}“「『（]/u.test(below);
    return isHan ? above + below : `${above} ${below}`;
  }, '');
}

function knownWords(pieces: readonly Piece[]): ReadonlySet<string> {
  const words = pieces.flatMap(({ lines }) =>
    lines.flatMap((line) => line.toLowerCase().match(/\p{L}[\p{L}’'-]*\p{L}/gu) ?? []),
  );
  return new Set(words);
}

/** The number that is printed on a page, by the file or by what stands there; else the file's own count. */
function pageName(page: PdfPage, printed: ReadonlyMap<PdfPage, string>): string {
  return (
    page.label ??
    printed.get(page) ??
    (printed.size > 0 ? counted(page, printed) : `PDF ${page.number}`)
  );
}

/** A page without a number among numbered ones has the one that is missing. */
function counted(page: PdfPage, printed: ReadonlyMap<PdfPage, string>): string {
  const [first] = printed;
  const number = first ? page.number + Number(first[1]) - first[0].number : 0;
  return number > 0 ? String(number) : `PDF ${page.number}`;
}

function range(from = '', to = ''): string {
  return `${from}-${to.replace(/^PDF /, '')}`;
}

function withoutTitle(
  blocks: readonly SourceBlock[],
  title: string,
  removed: Removal[],
): SourceBlock[] {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const whole = bare(title);
  return blocks.filter(({ text, kind }, index) => {
    const words = bare(text);
    const isPart =
      index < 8 &&
      words.length > 2 &&
      whole.includes(words) &&
      kind !== 'note' &&
      text.length < 300;
    if (isPart) removed.push({ rule: 'title', text, kind: 'read' });
    return !isPart;
  });
}

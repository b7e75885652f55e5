import { datelineOf } from '../dateline.ts';
import { readHead } from '../plain/head.ts';
import type { PlainBlock } from '../plain/lines.ts';
import { languageOf } from '../record/language.ts';
import {
  type FoundRecord,
  type Removal,
  recordOf,
  type SourceBlock,
  type SourceDocument,
} from '../source.ts';
import { divided } from './divided.ts';

/** The title may be repeated among the first blocks. */
const blocksOfHead = 6;

/** A block of a source that knows its structure, as the reader of heads takes it. */
interface StructuredBlock extends PlainBlock {
  readonly block: SourceBlock;
}

/**
 * Makes a document of blocks whose kinds are known, so that nothing about them is guessed: only the
 * title, byline and date above the text are read off it, where the source does not state them.
 */
export function structuredDocument(
  format: SourceDocument['format'],
  all: readonly SourceBlock[],
  known: FoundRecord,
  before: readonly Removal[] = [],
): SourceDocument {
  const blocks = divided(all);
  const notes = blocks.filter(({ kind }) => kind === 'note');
  const repeated: Removal[] = [];
  const stated = known.title?.from === 'stated' ? known.title.value : '';
  const plain = blocks
    .filter(({ kind }) => kind !== 'note')
    .filter((block, index) => index >= blocksOfHead || !isTitle(block, stated, repeated))
    .map(asPlain);
  const head = readHead(plain, known.title?.from === 'stated' ? known.title.value : undefined);
  const removed = [...before, ...repeated, ...head.removed];
  const kept = (head.body as StructuredBlock[]).map(({ block }) => block);
  const title = known.title ?? head.record.title;
  const [first] = kept.filter(({ kind }) => kind !== 'heading');
  const dateline = first && datelineOf(first.text);
  const text = kept.map((block) => block.text).join('\n');
  return {
    format,
    blocks: [
      ...kept.map((block) =>
        block === first && dateline ? cut(block, dateline.text, removed) : block,
      ),
      ...notes,
    ],
    record: recordOf({
      ...dateline?.record,
      ...head.record,
      ...known,
      title,
      language: known.language ?? languageOf(text),
    }),
    removed,
  };
}

function asPlain(block: SourceBlock, group: number): StructuredBlock {
  const { text, kind } = block;
  return {
    text,
    isHeading: kind === 'heading',
    group,
    indent: 0,
    isRow: text.includes(' | '),
    block,
  };
}

/** A line above the text that only repeats the title. */
function isTitle(block: SourceBlock, title: string, removed: Removal[]): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const isOne = title !== '' && bare(block.text) === bare(title);
  if (isOne) removed.push({ rule: 'title', text: block.text, kind: 'read' });
  return isOne;
}

function cut(block: SourceBlock, dateline: string, removed: Removal[]): SourceBlock {
  removed.push({ rule: 'dateline', text: dateline, kind: 'left out' });
  return { ...block, text: block.text.slice(dateline.length) };
}

import type { Removal, SourceBlock } from './source-block.ts';

const superscript = '[¹²³⁰⁴-⁹]{1,3}';
const note = new RegExp(
  String.raw`^(?:(${superscript})\s*(?=[\p{Lu}"“‘'(])|(\[\^?\d{1,3}\]):?\s)`,
  'u',
);

/** `km²` is no mark. */
const unit = /(?:^|[\s\d(])(?:[kcm]?m|mi|ft|in|sq)$/;

/** The blocks without footnotes and without their marks, and what that took out. */
export function withoutFootnotes(blocks: readonly SourceBlock[]): {
  readonly blocks: SourceBlock[];
  readonly removed: Removal[];
} {
  const notes = blocks.filter((block) => isNote(block, blocks));
  const removed: Removal[] = notes.map(({ text }) => ({ rule: 'footnote', text }));
  const marks = new Set(notes.map(({ text }) => markOf(text)));
  const kept = blocks
    .filter((block) => !notes.includes(block))
    .map((block) => ({ ...block, text: withoutMarks(block.text, marks, removed) }));
  return { blocks: kept, removed };
}

function markOf(text: string): string {
  const [, raised, bracketed] = note.exec(text) ?? [];
  return raised ?? bracketed ?? '';
}

/** A paragraph behind a mark; `[1]` has to stand in another paragraph too, for it could be a list. */
function isNote(block: SourceBlock, blocks: readonly SourceBlock[]): boolean {
  const mark = markOf(block.text);
  if (mark === '') return false;
  return (
    !mark.startsWith('[') ||
    blocks.some(({ text }) => text.includes(mark) && !text.startsWith(mark))
  );
}

function withoutMarks(text: string, marks: ReadonlySet<string>, removed: Removal[]): string {
  return text.replace(
    new RegExp(String.raw`${superscript}|\[\^?\d{1,3}\]`, 'g'),
    (mark, offset: number) => {
      const before = text.slice(0, offset);
      const isMark = marks.has(mark) || (!mark.startsWith('[') && /[.,;:!?"'”’)]$/.test(before));
      if (!isMark || unit.test(before.slice(-4))) return mark;
      removed.push({ rule: 'footnote mark', text: `${before.slice(-30)}${mark}` });
      return '';
    },
  );
}

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
  const cited = new Set(blocks.flatMap(({ text }) => bracketedMarks(text)));
  const notes = blocks.filter(({ text }) => isNote(text, cited));
  const removed: Removal[] = notes.map(({ text }) => ({ rule: 'footnote', text }));
  const marks = new Set(notes.map(({ text }) => markOf(text)));
  const kept = blocks
    .filter(({ text }) => !isNote(text, cited))
    .map((block) => ({ ...block, text: withoutMarks(block.text, marks, removed) }));
  return { blocks: kept, removed };
}

function markOf(text: string): string {
  const [, raised, bracketed] = note.exec(text) ?? [];
  return raised ?? bracketed ?? '';
}

/** The marks such as `[1]` within a paragraph, but for one that it begins with. */
function bracketedMarks(text: string): string[] {
  const marks = text.match(/\[\^?\d{1,3}\]/g) ?? [];
  return marks.filter((mark) => !text.startsWith(mark));
}

/** A paragraph behind a mark; `[1]` has to stand in another paragraph too, for it could be a list. */
function isNote(text: string, cited: ReadonlySet<string>): boolean {
  const mark = markOf(text);
  return mark !== '' && (!mark.startsWith('[') || cited.has(mark));
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

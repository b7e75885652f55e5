import type { Removal } from '../source.ts';
import type { PlainBlock } from './lines.ts';

const superscript = '[¹²³⁰⁴-⁹]{1,3}';
const note = new RegExp(
  String.raw`^(?:(${superscript})\s*(?=[\p{Lu}"“‘'(])|(\[\^?\d{1,3}\]):?\s|(\d{1,3})[.)]?\s+(?=[\p{Lu}"“‘'(]))`,
  'u',
);

/** `said.1 Analysts`: a plain digit that is raised in print, right behind a sentence. */
const plainMark = /(?<=\p{L}{2}[.,;:!?]?["”’»)]?[.,;!?]["”’»)]?)(\d{1,3})(?=\s|$)/gu;

/** `km²` is no mark. */
const unit = /(?:^|[\s\d(])(?:[kcm]?m|mi|ft|in|sq)$/;

/** The blocks without footnotes and without their marks, and what that took out. */
export function withoutFootnotes(blocks: readonly PlainBlock[]): {
  readonly blocks: PlainBlock[];
  readonly removed: Removal[];
} {
  const cited = citedMarks(blocks);
  const notes = blocks.filter(({ text }) => isNote(text, cited));
  const marks = new Set(notes.map(({ text }) => markOf(text)));
  const removed: Removal[] = notes.map(({ text }) => ({
    rule: 'footnote',
    text,
    kind: 'left out',
  }));
  const kept = blocks
    .filter(({ text }) => !isNote(text, cited))
    .map((block) => ({ ...block, text: withoutMarks(block.text, marks, removed) }));
  return { blocks: kept, removed };
}

/** The marks that stand within a paragraph; one that it begins with may number a list. */
function citedMarks(blocks: readonly PlainBlock[]): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { text } of blocks) {
    for (const [mark] of text.matchAll(/\[\^?\d{1,3}\]/g))
      if (!text.startsWith(mark)) cited.add(mark);
    for (const [, digits = ''] of text.matchAll(plainMark)) cited.add(digits);
  }
  return cited;
}

function markOf(text: string): string {
  const [, raised, bracketed, plain] = note.exec(text) ?? [];
  return raised ?? bracketed ?? plain ?? '';
}

/** A paragraph behind a mark; one that is no raised digit has to stand in another paragraph too. */
function isNote(text: string, cited: ReadonlySet<string>): boolean {
  const mark = markOf(text);
  return mark !== '' && (/^[¹²³⁰⁴-⁹]/.test(mark) || cited.has(mark));
}

function withoutMarks(text: string, marks: ReadonlySet<string>, removed: Removal[]): string {
  const drop = (mark: string, offset: number): string => {
    removed.push({
      rule: 'footnote mark',
      text: `${text.slice(Math.max(0, offset - 30), offset)}${mark}`,
      kind: 'mended',
    });
    return '';
  };
  const raised = text.replace(
    new RegExp(String.raw`${superscript}|\[\^?\d{1,3}\]`, 'g'),
    (mark, offset: number) => {
      const before = text.slice(Math.max(0, offset - 4), offset);
      const isMark = marks.has(mark) || (!mark.startsWith('[') && /[.,;:!?"'”’)]$/.test(before));
      return isMark && !unit.test(before) ? drop(mark, offset) : mark;
    },
  );
  return raised.replace(plainMark, (mark, _, offset: number) =>
    marks.has(mark) ? drop(mark, offset) : mark,
  );
}

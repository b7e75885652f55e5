import type { Verdict } from './verdict.ts';

/** A verdict in one sentence or two, for people. */
export function verdictLine(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'exact':
      return verdict.wording === 'brief'
        ? "These are the words of our brief. I can't verify the publisher's."
        : 'Exact: these words stand in the library.';
    case 'misattributed':
      return `Misattributed: the text names ${verdict.named}, but the library has these words ${verdict.wording === 'brief' ? 'in our brief of' : 'from'} another source.`;
    case 'altered':
      return `Altered: ${verdict.edits === 1 ? 'one word differs' : `${verdict.edits} words differ`} from what stands in the library.`;
    case 'stitched':
      return `Stitched: pieces of ${verdict.pieces.length} places are put together as one quotation.`;
    case 'not-found':
      return 'Not found: no article of the library has these words.';
    case 'refused':
      return verdict.reason;
  }
}

/** What is to be said beside the verdict. */
export function verdictNotes(verdict: Verdict): string[] {
  if (verdict.kind === 'refused') return [];
  const notes = [...verdict.notes];
  if (verdict.kind === 'exact' && verdict.elsewhere.length > 0) {
    const places = verdict.elsewhere.map(
      ({ article, paragraph }) => `${article}, para. ${paragraph}`,
    );
    notes.push(`The same words also stand in ${places.join('; ')}.`);
  }
  if (verdict.kind === 'stitched' && verdict.unfound.length > 0) {
    notes.push(`In no piece: ${verdict.unfound.map((word) => `“${word}”`).join(', ')}.`);
  }
  if (verdict.kind === 'not-found' && verdict.nearBrief) {
    notes.push('The nearest is our brief of a paragraph; its words are ours, not the publisher’s:');
  }
  return notes;
}

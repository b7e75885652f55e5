import type { Altered, Exact, Stitched, Verdict } from './verdict.ts';

/** A verdict in one sentence or two, for people: first the words, then who said them. */
export function verdictLine(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'exact':
      return exactLine(verdict);
    case 'altered':
      return joined(alteredLine(verdict), speakerLine(verdict));
    case 'stitched':
      return joined(
        `Stitched: pieces of ${verdict.pieces.length} places are put together as one quotation.`,
        speakerLine(verdict),
      );
    case 'brief-only':
      return verdict.nearBrief
        ? "I can't tell: the library holds only our brief of this article."
        : "I can't tell: the library holds only briefs, our own retellings of articles.";
    case 'not-found':
      return 'Not found: no article of the library has these words.';
    case 'refused':
      return verdict.reason;
  }
}

function exactLine(verdict: Exact): string {
  const { speaker, named, isProse } = verdict;
  if (!speaker) return 'Exact: these words stand in the library.';
  if (speaker === 'confirmed') {
    return `Exact, and ${isProse ? 'written' : 'said'} by ${named}: the words stand in the library.`;
  }
  return joined('The words are exact.', speakerLine(verdict));
}

function alteredLine({ edits, interjection }: Altered): string {
  if (edits === 0)
    return 'Altered: the words stand there, but an ellipsis passes over what may change them.';
  if (interjection && edits === 1)
    return 'Altered: two halves are joined that stand apart in the library.';
  return `Altered: ${edits === 1 ? 'one word differs' : `${edits} words differ`} from what stands in the library.`;
}

type Attributed = Pick<Stitched, 'speaker' | 'named' | 'saidBy' | 'isProse'>;

function speakerLine({ speaker, named, saidBy, isProse }: Attributed): string {
  switch (speaker) {
    case undefined:
      return '';
    case 'confirmed':
      return isProse ? `They are ${named}'s.` : `${named} said them.`;
    case 'contradicted':
      return isProse
        ? `They are not ${named}'s: they come from ${saidBy}.`
        : `${named} did not say them here: the paragraph gives them to ${saidBy}.`;
    case 'not-shown':
      return `Nothing beside them says that ${named} said them; ${elseNamed({ saidBy, isProse })}`;
  }
}

function elseNamed({ saidBy, isProse }: Attributed): string {
  if (isProse) return "they are the article's own and not quoted speech.";
  return saidBy
    ? `the paragraph names ${saidBy}.`
    : 'the paragraph does not say for certain who did.';
}

function joined(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}

/** What is to be said beside the verdict. */
export function verdictNotes(verdict: Verdict): string[] {
  if (verdict.kind === 'refused') return [];
  const notes = [...omissionNotes(verdict), ...verdict.notes];
  if (verdict.kind === 'altered' && verdict.interjection) {
    notes.unshift(
      `Left out without an ellipsis: “${verdict.interjection}”, which tells who speaks.`,
    );
  }
  if (verdict.kind === 'exact' && verdict.elsewhere.length > 0) {
    const places = verdict.elsewhere.map(
      ({ article, paragraph }) => `${article}, para. ${paragraph}`,
    );
    notes.push(`The same words also stand in ${places.join('; ')}.`);
  }
  if (verdict.kind === 'stitched' && verdict.unfound.length > 0) {
    notes.push(`In no piece: ${verdict.unfound.map((word) => `“${word}”`).join(', ')}.`);
  }
  if (verdict.kind === 'brief-only' && verdict.nearBrief) {
    notes.push(
      verdict.isBriefsWording
        ? "These are the brief's words: ours, not the author's."
        : "What our brief says, in our words and not the author's:",
    );
  }
  return notes;
}

function omissionNotes(verdict: Verdict): string[] {
  if (verdict.kind !== 'exact' && verdict.kind !== 'altered') return [];
  return verdict.omissions.map(({ text, reasons }) => {
    const why = reasons.length > 0 ? `: ${reasons.join(', ')}` : '';
    return `The ellipsis passes over “${text}”${why}.`;
  });
}

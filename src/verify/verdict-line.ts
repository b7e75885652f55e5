import { answerTexts } from '../texts/answer.ts';
import { saying } from '../texts/message.ts';
import type { Say } from '../texts/say.ts';
import {
  verdictNoteTexts as notes,
  omissionTexts,
  verdictTexts as texts,
} from '../texts/verify.ts';
import type { Altered, Exact, Stitched, Verdict } from './verdict.ts';

/** A verdict in one sentence or two, for people: first the words, then who said them. */
export function verdictLine(verdict: Verdict, say: Say): string {
  switch (verdict.kind) {
    case 'exact':
      return exactLine(verdict, say);
    case 'altered':
      return joined(say, alteredLine(verdict, say), speakerLine(verdict, say));
    case 'stitched':
      return joined(
        say,
        say(texts.stitched, { pieces: verdict.pieces.length }),
        speakerLine(verdict, say),
      );
    case 'brief-only':
      return say(verdict.nearBrief ? texts.onlyBrief : texts.onlyBriefs);
    case 'not-found':
      return say(texts.notFound);
    case 'refused':
      return say(verdict.reason);
  }
}

function exactLine(verdict: Exact, say: Say): string {
  const { speaker, named = '', isProse } = verdict;
  if (!speaker) return say(texts.exact);
  if (speaker === 'confirmed') {
    return say(isProse ? texts.exactWritten : texts.exactSaid, { named });
  }
  return joined(say, say(texts.exactWords), speakerLine(verdict, say));
}

function alteredLine({ edits, interjection }: Altered, say: Say): string {
  if (edits === 0) return say(texts.ellipsis);
  if (interjection && edits === 1) return say(texts.joined);
  return say(texts.altered, { edits });
}

type Attributed = Pick<Stitched, 'speaker' | 'named' | 'saidBy' | 'isProse'>;

function speakerLine({ speaker, named = '', saidBy, isProse }: Attributed, say: Say): string {
  switch (speaker) {
    case undefined:
      return '';
    case 'confirmed':
      return say(isProse ? texts.wroteThem : texts.saidThem, { named });
    case 'contradicted':
      return say(isProse ? texts.notTheirs : texts.saidByOther, { named, saidBy: saidBy ?? '' });
    case 'not-shown':
      if (isProse) return say(texts.notShownProse, { named });
      return saidBy ? say(texts.notShownNamed, { named, saidBy }) : say(texts.notShown, { named });
  }
}

function joined(say: Say, ...sentences: string[]): string {
  return sentences.filter(Boolean).join(say.locale === 'zh' ? '' : ' ');
}

/** What is to be said beside the verdict. */
export function verdictNotes(verdict: Verdict, say: Say): string[] {
  if (verdict.kind === 'refused') return [];
  const { kind } = verdict;
  return [
    ...(kind === 'altered' && verdict.interjection
      ? [say(notes.withoutEllipsis, { interjection: verdict.interjection })]
      : []),
    ...omissionNotes(verdict, say),
    ...verdict.notes.map((note) => say(note)),
    ...(kind === 'exact' && verdict.elsewhere.length > 0
      ? [say(notes.elsewhere, { places: verdict.elsewhere.map(placeOf) })]
      : []),
    ...(kind === 'stitched' && verdict.unfound.length > 0
      ? [say(notes.unfound, { words: quoted(verdict.unfound, say) })]
      : []),
    ...(kind === 'brief-only' && verdict.nearBrief
      ? [say(verdict.isBriefsWording ? notes.briefsWords : notes.briefSays)]
      : []),
  ];
}

function placeOf({ article, paragraph }: Exact['elsewhere'][number]) {
  return saying(answerTexts.place, { article, paragraph });
}

function quoted(words: readonly string[], say: Say): string {
  return words.map((word) => say(notes.word, { word })).join(say(notes.comma));
}

function omissionNotes(verdict: Verdict, say: Say): string[] {
  if (verdict.kind !== 'exact' && verdict.kind !== 'altered') return [];
  return verdict.omissions.map(({ text, reasons }) => {
    if (reasons.length === 0) return say(notes.passesOver, { text });
    const why = reasons.map((reason) => say(omissionTexts[reason])).join(say(notes.comma));
    return say(notes.passesOverWhy, { text, reasons: why });
  });
}

import type { Statistics } from '../../store/statistics.ts';

/** How much of each list is shown to a person; `--json` has everything. */
const maxShown = 50;

/** What people asked and how it came out, for a person to read. */
export function reportToText({ unanswered, unhelpful, quoted, days }: Statistics): string {
  const forgotten = '(no longer kept)';
  return [
    list(
      'The library had no answer to',
      unanswered.map(
        ({ askedAt, source, text }) => `${dayOf(askedAt)}  ${text ?? forgotten}  (${source})`,
      ),
    ),
    list(
      'Found unhelpful',
      unhelpful.map(
        ({ givenAt, text, reason, articles }) =>
          `${dayOf(givenAt)}  ${text ?? forgotten}  ${reason ? `“${reason}”` : '(no reason given)'}  quoting ${articles.join(', ') || 'nothing'}`,
      ),
    ),
    list(
      'Quoted most',
      quoted.map(({ article, answers }) => `${String(answers).padStart(6)}  ${article}`),
    ),
    list(
      'Answers by day (UTC) and source',
      days.map(
        ({ day, source, answers, answered, perhaps, unknown, failed }) =>
          `${day}  ${source.padEnd(16)}${String(answers).padStart(6)}  (${answered} with quotes, ${perhaps} with the closest passages, ${unknown} unknown, ${failed} failed)`,
      ),
    ),
  ].join('\n\n');
}

function list(title: string, lines: readonly string[]): string {
  const shown = lines.slice(0, maxShown).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return [
    `${title}: ${lines.length === 0 ? 'nothing' : lines.length}`,
    ...shown,
    ...(rest > 0 ? [`  … and ${rest} more (--json shows all)`] : []),
  ].join('\n');
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

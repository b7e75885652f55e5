/** A piece of a printed citation. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
}

/** A citation as it is printed. */
export type Printed = readonly Run[];

/** The characters of a citation, without italics. */
export function textOf(printed: Printed): string {
  return printed.map(({ text }) => text).join('');
}

/** A title in italics; Chinese characters have none (Chicago 18, 11.8). */
export function italic(text: string): Run {
  return /\p{Script=Han}/u.test(text) ? { text } : { text, italic: true };
}

/** Puts pieces together; those that are not known are left out. */
export function print(...pieces: (Run | Printed | string | undefined)[]): Printed {
  const runs: Run[] = [];
  for (const piece of pieces.flat()) {
    if (!piece) continue;
    const run = typeof piece === 'string' ? { text: piece } : piece;
    if (run.text === '') continue;
    const last = runs.at(-1);
    if (last && Boolean(last.italic) === Boolean(run.italic)) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else runs.push(run);
  }
  return runs;
}

/** Joins elements by a mark, leaving out those that are not known. A comma goes inside closing quotation marks. */
export function joined(elements: readonly (Printed | string | undefined)[], mark: string): Printed {
  const known = elements.filter((element) => element !== undefined && element.length > 0);
  return known.reduce<Printed>((before, element) => {
    if (before.length === 0) return print(element);
    return print(mark === ', ' ? print(beforeComma(before), ' ') : print(before, mark), element);
  }, []);
}

function beforeComma(printed: Printed): Printed {
  const last = printed.at(-1);
  if (!last || last.italic || !/[”’]$/.test(last.text)) return print(printed, ',');
  return print(...printed.slice(0, -1), { ...last, text: withComma(last.text) });
}

/** Ends of sentences that take no full stop after them. */
const stopped = /[.?!…]\]?$/;

/** A text with its full stop: inside closing quotation marks, and none after another stop. */
export function withStop(text: string): string {
  const [, body = text, closers = ''] = /^(.*?)([”’]*)$/s.exec(text) ?? [];
  return stopped.test(body) ? text : `${body}.${closers}`;
}

/** A text with a comma, inside closing quotation marks. */
export function withComma(text: string): string {
  const [, body = text, closers = ''] = /^(.*?)([”’]*)$/s.exec(text) ?? [];
  return `${body},${closers}`;
}

/** An element as a sentence of its own. */
export function sentence(printed: Printed | undefined): Printed | undefined {
  const last = printed?.at(-1);
  if (!printed || !last) return undefined;
  const stop = withStop(last.text);
  // The stop belongs to the sentence, not to the name that is set in italics.
  if (last.italic && stop === `${last.text}.`) return print(printed, '.');
  return print(...printed.slice(0, -1), { ...last, text: stop });
}

/** Whoever writes so many words as they stand in a text has them from there. */
const wordsOfRun = 10;

/** The wording of some texts, for knowing what was copied from them. */
export class Wordings {
  readonly #runs = new Set<string>();

  add(text: string): void {
    for (const run of runsOf(text)) this.#runs.add(run);
  }

  /** Whether a run of ten words stands in one of the texts too. */
  areIn(text: string): boolean {
    return this.#runs.size > 0 && runsOf(text).some((run) => this.#runs.has(run));
  }
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(0, words.length - wordsOfRun + 1);
  return Array.from({ length: count }, (_, at) => words.slice(at, at + wordsOfRun).join(' '));
}

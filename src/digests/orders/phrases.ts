/** What stands for a phrase that was read: a time of the day, or anything else. */
export const mark = { time: '\ue001', other: '\ue000' } as const;

const marks = new RegExp(`[${mark.time}${mark.other}]`, 'g');

/** Nothing longer is an order, in characters. */
export const maxLength = 500;

/** A sentence from which phrases are taken one after the other, wherever they stand; the rest stays. */
export class Phrases {
  /** As it was typed. */
  readonly typed: string;
  /** In small letters, of the same length, with marks in the place of what was read. */
  #text: string;

  constructor(typed: string) {
    this.typed = typed
      .normalize('NFKC')
      .replace(/[’‘]/g, "'")
      .slice(0, maxLength + 1);
    this.#text = this.typed.replace(/\p{Lu}/gu, (letter) => {
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : letter;
    });
  }

  get text(): string {
    return this.#text;
  }

  /** Takes every phrase of a form. */
  take(form: RegExp, read: (match: RegExpExecArray) => void, sign: string = mark.other): void {
    for (const match of [...this.#text.matchAll(form)] as RegExpExecArray[]) {
      read(match);
      this.cover(match.index, match[0].length, sign);
    }
  }

  cover(start: number, length: number, sign: string = mark.other): void {
    this.#text =
      this.#text.slice(0, start) + sign.repeat(length) + this.#text.slice(start + length);
  }

  /** The words that were not taken, as they were typed, without those that say nothing. */
  left(isFiller: (word: string) => boolean): { readonly word: string; readonly at: number }[] {
    const words = [...this.#text.replace(marks, ' ').matchAll(/[^\s,;.!?()"“”]+(?:\.\w+)*/gu)];
    return words.flatMap(({ 0: word, index: at }) =>
      isFiller(word) || !/[\p{L}\p{N}]/u.test(word)
        ? []
        : [{ word: this.typed.slice(at, at + word.length), at }],
    );
  }
}

/** Where the first phrase stood that was taken; the end of the text where none was. */
export function firstTaken(text: string): number {
  const at = text.search(/[\ue000\ue001]/);
  return at < 0 ? text.length : at;
}

/** A form of words that stands alone, not within other words. */
export function form(pattern: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}'])(?:${pattern})(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}'])`,
    'gu',
  );
}

import { simplify } from './simplified.ts';

/** Two neighbouring characters of a text, or one that stands by itself. */
export interface Pair {
  readonly start: number;
  readonly end: number;
  /** In simplified characters. */
  readonly form: string;
}

/**
 * All pairs of neighbouring characters of a run of Chinese. Pairs find as much as words that a
 * dictionary divides, split no name, and are the same with every version of Node.
 */
export function pairsOf(run: string, start: number): Pair[] {
  const characters = [...simplify(run)];
  const pairs: Pair[] = [];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1] ?? '';
    if (next !== '' || characters.length === 1) {
      const form = character + next;
      pairs.push({ start: at, end: at + form.length, form });
    }
    at += character.length;
  }
  return pairs;
}

/** Pairs that only ask, or say nothing about what a text is about. */
export const stopPairs: ReadonlySet<string> = new Set(
  `什么 怎么 怎样 如何 为何 哪里 哪些 哪个 哪儿 多少 是否 请问 谁的 是谁 何时 何地 为什 么时 时候 哪一 哪年 几个
   有关 关于 以及 或者 因为 所以 但是 而且 如果 虽然 还是 就是 不是 这个 那个 这些 那些 我们 你们 他们 它们 自己
   的是 了的 是的 吗 呢 的 了 是 在 和 与 及 或 有 吧 啊 之`
    .trim()
    .split(/\s+/),
);

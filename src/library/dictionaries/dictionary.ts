import { simplify } from '../../language/chinese/simplified.ts';
import { baseOf } from '../../language/english/base.ts';
import { type LanguageCode, languageOf } from '../../language/languages.ts';
import { type Word, wordsOf } from '../../language/words.ts';
import type { Meaning } from './meanings.ts';

/** Some words of a text, and what other languages say for them, best first. */
export interface Translation {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly TranslatedName[];
}

export interface TranslatedName {
  readonly name: string;
  /** 1 for the first meaning of a word, less for each further one. */
  readonly weight: number;
}

/** Dictionaries in a form that threads share and that costs their length: lines, in order of their words. */
export interface PackedDictionary {
  readonly text: Uint8Array;
  /** Where each line starts. */
  readonly starts: Uint32Array;
}

/** Longer names are not looked up, in words and in Chinese characters. */
const maxWords = 4;
const maxCharacters = 8;

/** So many meanings of a word are kept, and looked for. */
const maxKept = 64;

/** How much less each further meaning of a word counts. */
const perPlace = 0.25;

/** A single Chinese character means many things. */
const characterWeight = 0.3;

/** Collects meanings, both ways. */
export class DictionaryWriter {
  /** Word, tab, the place among its meanings as two digits, tab, meaning. */
  readonly #lines: string[] = [];

  add({ word, meaning, place }: Meaning): void {
    const [one, other] = [keyOf(word), keyOf(meaning)];
    const written = String(place).padStart(2, '0');
    if (one) this.#lines.push(`${one}\t${written}\t${meaning}`);
    if (other) this.#lines.push(`${other}\t${written}\t${word}`);
  }

  pack(): PackedDictionary {
    this.#lines.sort();
    const grouped: string[] = [];
    let key: string | undefined;
    let names: string[] = [];
    const close = () => {
      if (key !== undefined)
        grouped.push([key, ...new Set(names)].slice(0, maxKept + 1).join('\t'));
    };
    for (const line of this.#lines) {
      const [word = '', place = '', name = ''] = line.split('\t');
      if (word !== key) {
        close();
        [key, names] = [word, []];
      }
      if (!names.some((each) => each.slice(2) === name)) names.push(place + name);
    }
    close();
    this.#lines.length = 0;
    return packed(grouped);
  }
}

function packed(lines: readonly string[]): PackedDictionary {
  const length = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  const text = new Uint8Array(length);
  const starts = new Uint32Array(lines.length + 1);
  let at = 0;
  for (const [index, line] of lines.entries()) {
    starts[index] = at;
    at += Buffer.from(text.buffer).write(line, at);
  }
  starts[lines.length] = at;
  return { text, starts };
}

/** What a word or name is looked up by: its words without endings, or its simplified characters. */
function keyOf(name: string): string | undefined {
  if (languageOf(name) === 'zh') {
    const key = simplify(name.replace(/[\s·，,]/g, ''));
    return key.length <= maxCharacters ? key : undefined;
  }
  const words = wordsOf(name, false);
  const isName = words.length > 0 && words.length <= maxWords;
  return isName ? words.map(keyOfWord).join(' ') : undefined;
}

/** A dictionary tells "name" from "namely", which the index does not. */
function keyOfWord({ form, term }: Word): string {
  return languageOf(form) === 'en' ? baseOf(form) : (term ?? form);
}

/** Looks words up in dictionaries. */
export class Dictionary {
  readonly #text: Buffer;
  readonly #starts: Uint32Array;

  constructor({ text, starts }: PackedDictionary) {
    this.#text = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    this.#starts = starts;
  }

  /** How many words it holds, of all languages. */
  get size(): number {
    return this.#starts.length - 1;
  }

  /** All names in a text that are held, the longer ones of one place first, with their meanings in one language. */
  translate(text: string, to: LanguageCode): Translation[] {
    const words = wordsOf(text, false);
    return words.flatMap(({ start, term }, at) => {
      if (term === undefined) return [];
      const isHan = /^\p{Script=Han}/u.test(term);
      const keys = isHan ? charactersAt(text, start) : keysAt(words, at);
      return keys.reverse().flatMap(({ key, end }) => {
        const names = this.#lookUp(key).filter(({ name }) => languageOf(name) === to);
        return names.length > 0 ? [{ start, end, names }] : [];
      });
    });
  }

  #lookUp(key: string): TranslatedName[] {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lineAt(middle).split('\t', 1)[0] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    const [word, ...names] = low < this.size ? this.#lineAt(low).split('\t') : [];
    return word === key ? names.map(nameIn) : [];
  }

  #lineAt(at: number): string {
    return this.#text.toString('utf8', this.#starts[at], this.#starts[at + 1]);
  }
}

function nameIn(written: string): TranslatedName {
  const name = written.slice(2);
  const weight = 1 / (1 + perPlace * Number(written.slice(0, 2)));
  return { name, weight: /^\p{Script=Han}$/u.test(name) ? weight * characterWeight : weight };
}

/** The names that may begin at a word, the shortest first. */
function keysAt(words: readonly Word[], at: number) {
  const next = words.slice(at, at + maxWords);
  return next.map(({ end }, i) => ({
    end,
    key: next
      .slice(0, i + 1)
      .map(keyOfWord)
      .join(' '),
  }));
}

/** The names that may begin at a character, the shortest first; none is a single one. */
function charactersAt(text: string, start: number) {
  const [run = ''] = /^\p{Script=Han}+/u.exec(text.slice(start, start + maxCharacters)) ?? [];
  const plain = simplify(run);
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => ({
    key: plain.slice(0, i + 2),
    end: start + i + 2,
  }));
}

import type { PDFPageProxy } from 'unpdf/pdfjs';

/** pdf.js leaves out what is invisible in other texts; many programs write every hyphen as this. */
const softHyphen = '\u00ad';

/** pdf.js's operator that draws a run of glyphs. */
const showText = 44;

/** pdf.js compiles fonts with this, which came to Node with version 21. */
const buffers = ArrayBuffer.prototype as {
  transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer;
};
buffers.transferToFixedLength ??= function copy(this: ArrayBuffer, length = this.byteLength) {
  const copied = new ArrayBuffer(length);
  new Uint8Array(copied).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copied;
};

/** A run of text of pdf.js, and whether a line ends behind it. */
interface Run {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Whether a page draws hyphens that pdf.js leaves out of its text. */
export async function hasSoftHyphens(page: PDFPageProxy): Promise<boolean> {
  return (await drawn(page)).some(({ sign }) => sign === softHyphen);
}

/**
 * The texts of runs, with the hyphens that pdf.js left out of them: what is drawn is seen. Where runs and
 * glyphs differ in more than that, the texts as they are.
 */
export async function withHyphens(page: PDFPageProxy, runs: readonly Run[]): Promise<string[]> {
  const glyphs = new Glyphs(await drawn(page));
  const texts: string[] = [];
  for (const [at, { str, hasEOL }] of runs.entries()) {
    let text = '';
    for (const sign of str) {
      const between = /\S/.test(sign) ? glyphs.between() : '';
      // Where a hyphen is left out, the room for it is taken for a space.
      if (between.includes('-')) text = text.trimEnd() + between;
      if (![...plain(sign)].every((part) => glyphs.take(part))) return runs.map((run) => run.str);
      text += sign;
    }
    const next = runs[at + 1];
    const endsLine = hasEOL || (next?.str === '' && next.hasEOL);
    if (text.trim() !== '') text += glyphs.hyphensBehind(endsLine);
    texts.push(text);
  }
  return texts;
}

/** What a page draws, read from its beginning. */
class Glyphs {
  readonly #glyphs: readonly Glyph[];
  #at = 0;

  constructor(glyphs: readonly Glyph[]) {
    this.#glyphs = glyphs;
  }

  /** Passes over a sign; false where another one stands. */
  take(sign: string): boolean {
    while (this.#sign() === ' ') this.#at += 1;
    if (this.#sign() !== sign) return false;
    this.#at += 1;
    return true;
  }

  /** The hyphens and spaces before the next sign. */
  between(): string {
    let found = '';
    for (; [' ', softHyphen].includes(this.#sign() ?? ''); this.#at += 1) {
      if (this.#sign() === softHyphen) found += '-';
      else if (!found.endsWith(' ')) found += ' ';
    }
    return found;
  }

  /** The hyphens that belong to the sign before them: one that is drawn with the next line does not. */
  hyphensBehind(endsLine: boolean): string {
    let found = '';
    for (; this.#sign() === softHyphen; this.#at += 1) {
      const [before, own, next] = [-1, 0, 1].map((step) => this.#glyphs[this.#at + step]?.operator);
      if (endsLine && own !== before && own === next) break;
      found += '-';
    }
    return found;
  }

  #sign(): string | undefined {
    return this.#glyphs[this.#at]?.sign;
  }
}

interface Glyph {
  readonly sign: string;
  /** Which operator drew it. */
  readonly operator: number;
}

/** Every sign that a page draws, in order; any white space is one space. */
async function drawn(page: PDFPageProxy): Promise<Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((kind: number, operator: number) => {
    if (kind !== showText) return [];
    const glyphs: readonly unknown[] = argsArray[operator]?.[0] ?? [];
    return glyphs.flatMap((glyph) => {
      const { unicode = '' } = (glyph ?? {}) as { readonly unicode?: string };
      const signs = /^\s+$/.test(unicode) ? [' '] : [...plain(unicode)];
      return signs.map((sign) => ({ sign, operator }));
    });
  });
}

/** One form for ligatures and wide signs, without what is not seen. */
function plain(text: string): string {
  return text === softHyphen ? text : text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
}

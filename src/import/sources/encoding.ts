import chardet from 'chardet';
import iconv from 'iconv-lite';

/** A text, its lines ending in \n, and the encoding that it was in; or why it can't be told. */
export type DecodedText =
  | { readonly text: string; readonly encoding: string }
  | { readonly problem: string };

/** A guess of less confidence, in percent, is none. */
const minConfidence = 20;

/** The web's names for encodings that contain them: what is called so is often the larger one. */
const larger: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
};

/**
 * Decodes bytes by their byte order mark, else as strict UTF-8, else by what is declared (HTTP, HTML
 * or XML), else by a guess. UTF-8 goes before a declaration, which pages often keep when they are saved.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): DecodedText {
  const marked = byMark(bytes) ?? utf16WithoutMark(bytes);
  if (marked) return decoded(bytes, marked);
  if (bytes.includes(0)) {
    const chinese = utf16OfHan(bytes);
    if (chinese) return decoded(bytes, chinese);
    return { problem: 'it is binary; save its text as plain text or Markdown' };
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { text: plainLines(utf8), encoding: 'utf-8' };
  const declared = declaredEncoding(bytes, contentType);
  if (declared) return decoded(bytes, declared);
  const { encoding, confidence } = guess(bytes);
  if (encoding && confidence >= minConfidence) return decoded(bytes, encoding);
  const found = encoding ? ` (perhaps ${encoding})` : '';
  return { problem: `its encoding can't be told${found}; save it as UTF-8` };
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = iconv.decode(Buffer.from(bytes), encoding);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken * 100 > text.length) {
    return { problem: `it is not ${encoding}, as it seemed; save it as UTF-8` };
  }
  return { text: plainLines(text), encoding };
}

function plainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Every other byte of Latin or Cyrillic text in UTF-16 is that of the script's block. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const part = bytes.subarray(0, 4_000);
  if (part.length < 8 || bytes.length % 2 !== 0) return undefined;
  const high = (odd: number) => part.filter((byte, index) => index % 2 === odd && byte <= 5).length;
  if (high(1) * 2 > part.length * 0.9 && high(0) * 2 < part.length * 0.5) return 'utf-16le';
  return high(0) * 2 > part.length * 0.9 && high(1) * 2 < part.length * 0.5
    ? 'utf-16be'
    : undefined;
}

/** Chinese in UTF-16 has nothing in common with a binary file but the zeros of its line ends. */
function utf16OfHan(bytes: Uint8Array): string | undefined {
  const part = Buffer.from(bytes.subarray(0, 4_000));
  return ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = iconv.decode(part, encoding);
    const ofText = text.match(/[\p{Script=Han}\p{ASCII}\u3000-\u303f\uff00-\uffef‘’“”—…·]/gu) ?? [];
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    return han > Math.max(20, text.length / 2) && ofText.length > text.length * 0.95;
  });
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function declaredEncoding(bytes: Uint8Array, contentType: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const [, fromHttp] = /charset=["']?([\w:-]{2,30})/i.exec(contentType) ?? [];
  const [, fromMeta] = /<meta[^>]{0,200}charset=["']?([\w:-]{2,30})/i.exec(head) ?? [];
  const [, fromXml] = /^\s*<\?xml[^>]{0,100}encoding=["']([\w:-]{2,30})/i.exec(head) ?? [];
  const name = [fromHttp, fromMeta, fromXml].find((each) => each && iconv.encodingExists(each));
  const encoding = name && (larger[name.toLowerCase()] ?? name.toLowerCase());
  // What declares UTF-8 and is none has some other encoding.
  return encoding && !/^utf-?8$/.test(encoding) ? encoding : undefined;
}

function guess(bytes: Uint8Array): { readonly encoding?: string; readonly confidence: number } {
  const visible = Buffer.from(withoutTags(bytes));
  const cyrillic = cyrillicOf(visible);
  if (cyrillic) return { encoding: cyrillic, confidence: 100 };
  const [best] = chardet.analyse(visible).filter(({ name }) => iconv.encodingExists(name));
  if (!best) return { confidence: 0 };
  const name = best.name.toLowerCase();
  return { encoding: larger[name] ?? name, confidence: best.confidence };
}

/** Tags are ASCII in all these encodings, and would outweigh the text. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, 200_000)).toString('latin1');
  return Buffer.from(text.replace(/<[^<>]{0,2000}>/g, ' '), 'latin1');
}

const cyrillicEncodings = ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5', 'maccyrillic'];

/**
 * The encoding in which most of a text is Cyrillic words of small letters, perhaps with a capital at
 * their beginning: in each of the others they come out mixed or as signs. A guess by pairs of letters
 * takes those of DOS and the Macintosh for Latin ones.
 */
function cyrillicOf(bytes: Buffer): string | undefined {
  let best: { readonly encoding: string; readonly share: number } | undefined;
  for (const encoding of cyrillicEncodings) {
    const share = shareOfWords(iconv.decode(bytes.subarray(0, 10_000), encoding));
    if (share > (best?.share ?? leastShareOfWords)) best = { encoding, share };
  }
  return best?.encoding;
}

/** Below, a text is in capitals, or no Cyrillic one. */
const leastShareOfWords = 0.6;

/** The share of a text's letters and signs outside of ASCII that stand in such words. */
function shareOfWords(text: string): number {
  const high = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const small = text.match(/[а-яё]/g)?.length ?? 0;
  if (high <= 10 || small <= high * 0.85) return 0;
  const words = text.match(/(?<!\p{L})[А-ЯЁ]?[а-яё]{3,}(?!\p{L})/gu)?.join('').length ?? 0;
  return words / high;
}

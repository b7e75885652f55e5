/** The marks that a title stands in, which those within it give way to. */
export type Surroundings = 'quoted' | 'bare';

const pairs = { double: ['“', '”'], single: ['‘', '’'] } as const;

const openers = new Map([
  ['“', '”'],
  ['‘', '’'],
]);

/**
 * A title's quotation marks as American books set them: curly, and single inside double ones, so
 * that those of the title change with what it stands in. Apostrophes become `’`.
 */
export function setQuotationMarks(title: string, surroundings: Surroundings): string {
  const curly = curl(title);
  const outer = surroundings === 'quoted' ? 1 : 0;
  const marks = new Map<number, string>();
  const open: { at: number; closer: string }[] = [];
  for (const [at, character] of indexed(curly)) {
    const closer = openers.get(character);
    const opened = open.at(-1);
    if (closer && curly.indexOf(closer, at + 1) > 0) open.push({ at, closer });
    else if (opened?.closer === character && !isApostrophe(curly, at)) {
      open.pop();
      const [left, right] = pairs[(open.length + outer) % 2 === 0 ? 'double' : 'single'];
      marks.set(opened.at, left).set(at, right);
    }
  }
  return [...indexed(curly)]
    .map(([at, character]) => marks.get(at) ?? (character === '‘' ? '’' : character))
    .join('');
}

function* indexed(text: string): Generator<[number, string]> {
  let at = 0;
  for (const character of text) {
    yield [at, character];
    at += character.length;
  }
}

/** Straight marks made curly: one that stands before a word opens, any other closes. */
function curl(text: string): string {
  return text
    .replace(/(^|[\s([{“‘—–-])"(?=\S)/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{“—–-])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’');
}

/** Between letters the closing mark is an apostrophe. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /^\p{L}/u.test(text.slice(at + 1));
}

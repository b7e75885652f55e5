/** The combining mark of each of LaTeX's accents. */
const accents: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
};

const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
};

/** A value of BibTeX as plain text: accents, letters, dashes and quotation marks; braces go. */
export function decodeLatex(text: string): string {
  return text
    .replace(
      /\\(['`^"~=.])\s*\{?\\?([a-zA-Z])\}?/g,
      (_, accent: string, letter: string) => letter + accents[accent],
    )
    .replace(
      /\\([cvuHkr])(?:\s+|\s*\{)\\?([a-zA-Z])\}?/g,
      (_, accent: string, letter: string) => letter + accents[accent],
    )
    .replace(
      /\\([a-zA-Z]+)(?:\{\}|\s+|(?![a-zA-Z]))/g,
      (whole, name: string) => letters[name] ?? commandText(whole, name),
    )
    .replace(/\\([&%$#_{}~^ -])/g, '$1')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``|''/g, (marks) => (marks === '``' ? '“' : '”'))
    .replace(/~/g, ' ')
    .replace(/[{}]/g, '')
    .normalize('NFC');
}

/** `\emph{x}`: the command goes, and its text stays. */
function commandText(whole: string, name: string): string {
  return name.length > 1 ? '' : whole;
}

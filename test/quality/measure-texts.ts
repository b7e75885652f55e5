/**
 * What plain texts lose on their way into the library: `node --import tsx test/quality/measure-texts.ts
 * FOLDER` reads each `*.txt` file below it (UTF-8), and prints how many of their lines of at least ten
 * words the articles hold, and those that are lost.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { heldOf, makeArticle } from '../../src/import/make-article.ts';
import { readSource } from '../../src/import/read-source.ts';

const wordsOfProse = 10;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder of plain texts');

const found = { files: 0, refused: 0, lines: 0, lost: 0 };
const files = await readdir(folder, { recursive: true });
for (const file of files.filter((name) => /\.txt$/i.test(name)).sort()) {
  const bytes = await readFile(join(folder, file));
  const text = await heldBy(bytes, basename(file));
  found.files += 1;
  if (text === undefined) {
    found.refused += 1;
    console.log(`refused ${file}`);
    continue;
  }
  for (const line of bytes.toString('utf8').split(/\r?\n/).filter(isProse)) {
    found.lines += 1;
    if (text.includes(bare(line))) continue;
    found.lost += 1;
    console.log(`lost ${file}: ${line.trim()}`);
  }
}
console.log(JSON.stringify(found));

async function heldBy(bytes: Buffer, file: string): Promise<string | undefined> {
  const read = await readSource({ bytes, name: file });
  const [document] = 'documents' in read ? read.documents : [];
  const origin = { file, sha256: '0'.repeat(64) };
  const outcome = document && makeArticle(document, origin, heldOf([]));
  if (!outcome || 'problems' in outcome) return undefined;
  return bare(outcome.article.paragraphs.map(({ text }) => text).join('\n'));
}

/** Without spaces, since lines are joined, and with entities read as the import reads them. */
function bare(text: string): string {
  const whole = text.replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)));
  return whole.normalize('NFKC').replace(/\s+/g, '');
}

function isProse(line: string): boolean {
  return line.trim().split(/\s+/).length >= wordsOfProse;
}

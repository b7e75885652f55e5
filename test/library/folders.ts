import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a folder by their paths in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files into a new folder and returns its path. */
export function writeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  return folder;
}

/** An article's file with the given lines of front matter besides, or instead of, the usual ones. */
export function articleFile(
  fields: Readonly<Record<string, string | undefined>> = {},
  body = 'One paragraph.\n',
): string {
  const lines = Object.entries({ id: 'a-2017', title: 'A title', ...fields })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n${body}`;
}

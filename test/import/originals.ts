import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of publishers' originals that some tests need; they may not be part of the project. */
const originalsFolder = process.env.TEST_ORIGINALS;

/** The paths of all originals; empty, with a word on that, where there is no such folder. */
export function originals(): string[] {
  if (!originalsFolder) {
    process.stderr.write('TEST_ORIGINALS names no folder; the tests with originals are skipped.\n');
    return [];
  }
  const folder = originalsFolder;
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name));
}

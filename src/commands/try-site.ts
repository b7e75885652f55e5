import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Site, SitePage } from 'slack-standin';

/** The made-up paper whose pages and files can be added to the library. */
const host = 'gazette.example';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The pages and files of a folder, as a site of that paper; none where there is no such folder. */
export function siteOf(folder: string): Site {
  return Object.fromEntries(
    namesIn(folder).flatMap((name): [string, SitePage][] => {
      const type = types[extname(name)];
      return type ? [[`//${host}/${name}`, { type, body: readFileSync(join(folder, name)) }]] : [];
    }),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Site, SitePage } from 'slack-standin';

/** The made-up paper whose pages and files can be added to the library. */
const host = 'gazette.example';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/rss+xml; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The pages, files and feeds of a folder, as a site of that paper; none where there is no such folder. */
export function siteOf(folder: string, clock: () => number = Date.now): Site {
  return Object.fromEntries(
    namesIn(folder).flatMap((name): [string, SitePage][] => {
      const type = types[extname(name)];
      if (!type) return [];
      const file = readFileSync(join(folder, name));
      const body = extname(name) === '.xml' ? growing(file.toString('utf8'), clock) : file;
      return [[`//${host}/${name}`, { type, body }]];
    }),
  );
}

/** The first item of a feed comes so long after somebody asked for it first, in ms. */
const untilNews = 60_000;

/** A feed that brings something new while it is watched. */
function growing(feed: string, clock: () => number): () => string {
  const older = feed.replace(/\s*<item>.*?<\/item>/s, '');
  let askedAt: number | undefined;
  return () => {
    askedAt ??= clock();
    return clock() - askedAt < untilNews ? older : feed;
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

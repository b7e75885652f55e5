import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parsers } from '../import/child/parsers.ts';
import type { Fetcher } from '../import/fetch/fetcher.ts';
import type { MadeSource } from '../import/made.ts';
import type { StoredSource, Tell } from '../import/source.ts';
import type { Saying } from '../texts/message.ts';
import type { Addition, Wanted } from './addition.ts';

/** Why something is not added, and what to do; in English where the import says it. */
export type Problem = { readonly problem: string | Saying };

/** A file that was shared in Slack, as Slack knows it. */
export interface SharedFile {
  readonly address: string;
  readonly name: string;
}

/** Where the contents of what is wanted come from. */
export interface GatherParts {
  readonly fetcher: Pick<Fetcher, 'download'>;
  readonly parsers: Pick<Parsers, 'make'>;
  /** Finds a file that was shared in Slack, or why it can't be had. */
  readonly findFile: (team: string, id: string) => Promise<SharedFile | Problem>;
  /** The token that opens files of Slack. */
  readonly slackToken: () => Promise<string>;
}

/** Fetches what is wanted and has articles made of it; what it holds on the disk is gone when it resolves. */
export async function gather(
  { team, wanted }: Pick<Addition, 'team' | 'wanted'>,
  parts: GatherParts,
  tell: Tell,
): Promise<Extract<MadeSource, { readonly made: unknown }> | Problem> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-adding-'));
  try {
    const source = await download(team, wanted, join(folder, 'source'), parts);
    return 'problem' in source ? source : await parts.parsers.make(source, tell);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(
  team: string,
  wanted: Wanted,
  path: string,
  { fetcher, findFile, slackToken }: GatherParts,
): Promise<StoredSource | Problem> {
  if (wanted.kind === 'link') {
    const fetched = await fetcher.download(wanted.address, path);
    return fetched.kind === 'fetched' ? fetched.source : fetched;
  }
  const file = await findFile(team, wanted.id);
  if ('problem' in file) return file;
  const fetched = await fetcher.download(file.address, path, { slackToken: await slackToken() });
  return fetched.kind === 'fetched' ? { ...fetched.source, name: file.name } : fetched;
}

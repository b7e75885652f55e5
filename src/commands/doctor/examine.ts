import type { Config } from '../../config.ts';
import { checkDatabase } from './database-check.ts';
import { type Finding, well } from './finding.ts';
import { checkLibrary } from './library-check.ts';
import { checkMachine, type Machine, thisMachine } from './machine-checks.ts';
import { checkMeaning } from './meaning-check.ts';
import { checkSlack, type SlackParts } from './slack-checks.ts';

/** What the doctor may be given instead of the real thing. */
export interface ExamineOptions extends Partial<SlackParts> {
  readonly machine?: Machine;
}

/** Everything that the bot needs, looked at one after the other. */
export async function examine(config: Config, options: ExamineOptions = {}): Promise<Finding[]> {
  const { fetchUrl = fetch, now = Date.now, machine = thisMachine } = options;
  return [
    well('settings', `all there, for ${modeOf(config)}`),
    ...(await checkSlack(config, { fetchUrl, now })),
    ...checkMachine(machine),
    ...(await checkLibrary(config.libraryDirs)),
    await checkMeaning(config.meaning),
    await checkDatabase(config.databaseUrl),
  ];
}

function modeOf({ slack: { transport } }: Config): string {
  return transport.kind === 'socket'
    ? 'Socket Mode'
    : `HTTP mode on port ${transport.port} (the signing secret shows only when Slack calls)`;
}

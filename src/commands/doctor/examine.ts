import type { Config } from '../../config.ts';
import { withStoredArticles } from '../stored-articles.ts';
import { checkDatabase } from './database-check.ts';
import { type Finding, well } from './finding.ts';
import { checkLibrary } from './library-check.ts';
import { checkMachine, type Machine, thisMachine } from './machine-checks.ts';
import { checkMeaning } from './meaning-check.ts';
import { checkSearchServer } from './search-check.ts';
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
    admission(config),
    ...checkMachine(machine),
    ...(await checkStored(config)),
    await checkMeaning(config.meaning),
    ...(await checkSearchServer(config.searchServer)),
    await checkDatabase(config.databaseUrl),
  ];
}

/** The library with what the database says of it, if there is one. */
function checkStored({ libraryDirs, databaseUrl }: Config): Promise<Finding[]> {
  const io = { env: { DATABASE_URL: databaseUrl }, folder: '' };
  return withStoredArticles(io, ({ existing }) => checkLibrary(libraryDirs, existing));
}

function admission({ allowExternal }: Config): Finding {
  const who = 'guests, and people of other workspaces in shared channels,';
  return well(
    'ALLOW_EXTERNAL',
    allowExternal
      ? `true: ${who} are answered with passages of the library, as members are`
      : `false: only full members of the workspace are answered; ${who} hear why not`,
  );
}

function modeOf({ slack: { transport } }: Config): string {
  return transport.kind === 'socket'
    ? 'Socket Mode'
    : `HTTP mode on port ${transport.port} (the signing secret shows only when Slack calls)`;
}

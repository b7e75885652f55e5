import { parseArgs } from 'node:util';
import { type FakeSlackOptions, startFakeSlack } from './fake-slack.ts';
import { readSettings, SettingsError } from './settings.ts';

const usage = `Usage: slack-standin [--config FILE] [--port N]
Starts a fake Slack and prints the address of its page and what an app needs to connect to it.

  --config FILE  settings in JSON: port, manifest, team, people, channels, teams, oauth,
                 examples, enforceRateLimits, http
  --port N       the port of the page and of the Web API (3333); wins over the file's
  --help         shows this`;

const defaultPort = 3333;

/** What the command line needs of the world around it. */
export interface CliContext {
  readonly out: (line: string) => void;
  /** Resolves when the program is told to end. */
  readonly untilSignal: () => Promise<void>;
}

/** Runs a fake Slack until it is told to end. Resolves to the exit code: 64 for wrong use. */
export async function run(args: readonly string[], context: CliContext): Promise<number> {
  const { out, untilSignal } = context;
  try {
    const options = readOptions(args);
    if (!options) {
      out(usage);
      return 0;
    }
    const slack = await startFakeSlack(options);
    out(`The fake Slack is ready: open ${slack.url} (Ctrl+C ends it)`);
    out(`SLACK_API_URL=${slack.apiUrl}`);
    if (!options.oauth) out(`SLACK_BOT_TOKEN=${slack.botToken}`);
    out(`SLACK_APP_TOKEN=${slack.appToken}`);
    if (options.oauth) out(`Install it at ${slack.authorizationUrl}`);
    await untilSignal();
    await slack.close();
    return 0;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const isWrongUse = error instanceof SettingsError || code.startsWith('ERR_PARSE_ARGS');
    if (!isWrongUse && code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    out(message);
    return 64;
  }
}

/** The options that are asked for; undefined when help is. */
function readOptions(args: readonly string[]): FakeSlackOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const options = values.config === undefined ? {} : readSettings(values.config);
  return { port: defaultPort, ...options, ...(values.port && { port: readPort(values.port) }) };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SettingsError(`--port is ${text}; it must be a whole number from 0 to 65535.`);
}

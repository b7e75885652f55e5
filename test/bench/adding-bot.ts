import '../../src/commands/small-heap.ts';
import { startBot } from '../../src/app.ts';
import { connectionTo } from '../../src/commands/try-connection.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

/** The bot in a process of its own, which reaches files of Slack at the fake Slack. */
const config = readConfig(process.env);
const connection = connectionTo({ url: config.slack.apiUrl ?? '' });
await startBot(config, createLog('warn'), { connection });

import { startBot } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

/**
 * The whole bot in a process of its own, whose digests go by a fast clock; `run-kills.ts` starts and
 * kills several. Arguments: when the clock began really, and in its own time, and how fast it goes.
 */
const [began = '', start = '', speed = ''] = process.argv.slice(2);
const clock = (): number => Number(start) + (Date.now() - Number(began)) * Number(speed);

await startBot(readConfig(process.env), createLog('warn'), { clock });
process.stdout.write('ready\n');

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** After so many ends by itself there is no point in starting it again. */
const mostFailures = 10;

/** A bot in a process of its own, under a supervisor that starts it again whenever it ends. */
export class BotProcess {
  readonly #env: Readonly<Record<string, string>>;
  readonly #logPath: string;
  readonly #program: readonly string[];
  #child: ChildProcess | undefined;
  #supervising: Promise<void> | undefined;
  #isWanted = false;
  /** Whether somebody wants it to end, and to be started again. */
  #isEnding = false;
  /** How often it ended without being killed. */
  failures = 0;
  /** Rejects when it ends by itself all the time. */
  readonly gaveUp: Promise<never>;
  #giveUp: (error: Error) => void = () => {};

  /** `isBuilt`: the bot in `dist/`, which starts faster than its source. */
  constructor(env: Readonly<Record<string, string>>, logPath: string, isBuilt = false) {
    this.#env = env;
    this.#logPath = logPath;
    this.#program = isBuilt ? ['dist/cli.js'] : ['--import', 'tsx', 'src/cli.ts'];
    this.gaveUp = new Promise((_, reject) => {
      this.#giveUp = reject;
    });
    this.gaveUp.catch(() => {});
  }

  start(): void {
    this.#isWanted = true;
    this.#supervising = this.#supervise();
  }

  /** Ends it at once, without a word of warning, or lets it end well; false when it was not running. */
  kill(how: 'SIGKILL' | 'SIGTERM'): boolean {
    this.#isEnding = true;
    return this.#child?.kill(how) ?? false;
  }

  /** Ends it well, and for good. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#child?.kill('SIGTERM');
    await this.#supervising;
  }

  async #supervise(): Promise<void> {
    while (this.#isWanted) {
      const log = openSync(this.#logPath, 'a');
      const child = spawn(process.execPath, [...this.#program, 'start'], {
        env: { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/nonexistent', ...this.#env },
        stdio: ['ignore', log, log],
      });
      this.#child = child;
      this.#isEnding = false;
      await once(child, 'exit');
      closeSync(log);
      if (!this.#isEnding && this.#isWanted) {
        this.failures += 1;
        if (this.failures > mostFailures) {
          return this.#giveUp(new Error(`The bot ends all the time; see ${this.#logPath}`));
        }
        await wait(200);
      }
    }
  }
}

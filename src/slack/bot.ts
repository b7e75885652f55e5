import type { StatusRoutes } from '../status/routes.ts';
import { connect } from './transport/connect.ts';
import { createReceiver, type Transport } from './transport/receiver.ts';
import { createWorkspaceBot, type WorkspaceParts } from './workspace-bot.ts';

/** What a bot is made from. */
export interface BotParts extends WorkspaceParts {
  readonly transport: Transport;
  /** What the port of the HTTP mode answers beside Slack's requests. */
  readonly status?: StatusRoutes | undefined;
}

/** A bot that Slack can reach. */
export interface Bot {
  /** Resolves when Slack can reach the bot. Rejects with a ConnectError when Slack refuses its tokens. */
  start(): Promise<void>;
  /** Takes nothing more, finishes what is being answered (8 s at most), and resolves. */
  stop(): Promise<void>;
  /** Whether Slack can deliver something now. */
  isReachable(): boolean;
}

/** A bot in one workspace. */
export function createBot(parts: BotParts): Bot {
  const { log, status = {} } = parts;
  const { receiver, stop, isReachable } = createReceiver({ ...parts, status });
  const bot = createWorkspaceBot(parts, receiver);
  return {
    isReachable,
    async start() {
      await connect('SLACK_BOT_TOKEN', log, () => bot.introduce());
      await bot.begin();
      await connect('SLACK_APP_TOKEN', log, () => receiver.start());
      bot.schedule();
    },
    async stop() {
      await stop();
      await bot.stop();
    },
  };
}

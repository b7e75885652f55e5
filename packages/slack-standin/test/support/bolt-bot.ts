import { type AddressInfo, createServer } from 'node:net';
import { afterEach } from '@jest/globals';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../src/fake-slack.ts';
import { exampleApp, exampleRoster } from './example-workspace.ts';

const ignore = () => {};

/** For Bolt and its clients: these tests break things on purpose, and the screen would fill up. */
export const quiet: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
};

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  // The bot first: it would try to reconnect to a fake Slack that is gone.
  for (const close of open.splice(0).reverse()) await close();
});

/** Calls `close` after the test, the last one first. */
export function afterTest(close: () => Promise<unknown>): void {
  open.push(close);
}

/** A fake Slack that redelivers at once and is closed after the test. */
export async function startSlack(options?: FakeSlackOptions): Promise<FakeSlack> {
  const slack = await startFakeSlack({
    ...exampleRoster,
    redeliveryDelaysMs: [0, 0, 0],
    ...options,
    app: { ...exampleApp, ...options?.app },
  });
  open.push(() => slack.close());
  return slack;
}

/** A real Bolt app on a socket of the fake Slack, stopped after the test. */
export async function connectBot(
  slack: FakeSlack,
  listen: (app: App) => void,
): Promise<SocketModeReceiver> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    // How soon a lost socket is noticed and replaced; a busy machine answers no ping within 200 ms.
    clientPingTimeout: 1500,
    // An object of its own: the socket client changes the retry policy in the one it is given.
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({ receiver, ...settings(slack) });
  listen(app);
  await app.start();
  open.push(() => receiver.client.disconnect());
  return receiver;
}

/** A fake Slack that delivers by HTTP, and a real Bolt app that listens for it. */
export async function startHttpPair(
  listen: (app: App) => void,
  options: FakeSlackOptions & { readonly botSecret?: string } = {},
): Promise<FakeSlack> {
  const { botSecret = 'shh', ...rest } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const slack = await startSlack({
    delivery: { kind: 'http', url, signingSecret: 'shh' },
    ...rest,
  });
  const receiver = new HTTPReceiver({ signingSecret: botSecret, logger: quiet });
  const app = new App({ receiver, ...settings(slack) });
  listen(app);
  await receiver.start({ host: '127.0.0.1', port });
  open.push(() => app.stop());
  return slack;
}

function settings(slack: FakeSlack) {
  return {
    token: slack.botToken,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  };
}

/** A port on the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A promise and the function that fulfils it, for letting a test see what a bot received. */
export function signal<T>(): { readonly seen: Promise<T>; readonly see: (value: T) => void } {
  let see: (value: T) => void = () => {};
  const seen = new Promise<T>((resolve) => {
    see = resolve;
  });
  return { seen, see };
}

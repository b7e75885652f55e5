import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { afterTest, startDesk } from '../support/start-desk.ts';

const secret = 'shhh';

/** Waits for the timeouts that the bot has: 5 s for a head, 10 s for a request. */
it('the HTTP mode hangs up on those who say nothing and on those who do not finish', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  await startDesk(
    { delivery: { kind: 'http', url, signingSecret: secret } },
    { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: secret, PORT: String(port) },
  );
  const open = async (sent: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    afterTest(async () => socket.destroy());
    await once(socket, 'connect');
    socket.write(sent);
    return socket;
  };
  const head = 'POST /slack/events HTTP/1.1\r\nhost: x\r\n';
  const signed = `x-slack-request-timestamp: ${Math.floor(Date.now() / 1000)}\r\nx-slack-signature: v0=0\r\n`;
  const unfinished = ['', head, `${head}${signed}content-length: 100\r\n\r\n{`];
  const sockets = await Promise.all(
    Array.from({ length: 300 }, (_, i) => open(unfinished[i % 3] ?? '')),
  );
  const before = process.memoryUsage().rss;
  await Promise.all(sockets.map((socket) => text(socket)));
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
}, 60_000);

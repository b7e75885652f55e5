/** One Chromium for a whole run of tests, started when the first suite asks for it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Promise<import('playwright-core').BrowserServer> | undefined} */
let launched;

const broker = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const executablePath = searchParams.get('path') ?? '';
  launched ??= chromium.launchServer({ executablePath, args: quietly });
  launched.then(
    (server) => response.end(server.wsEndpoint()),
    (error) => response.writeHead(500).end(String(error)),
  );
});

/** Tells the suites by `BROWSER_BROKER` where to ask for the browser's address. */
export async function open() {
  broker.listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (broker.address());
  process.env.BROWSER_BROKER = `http://127.0.0.1:${port}/`;
}

/** Ends the browser, if one was started. */
export async function close() {
  broker.close();
  const server = await launched?.catch(() => undefined);
  await server?.close();
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { findingToText } from '../../../src/commands/doctor/finding.ts';
import { checkSearchServer } from '../../../src/commands/doctor/search-check.ts';
import { afterTest } from '../../support/start-desk.ts';

/** A server that says the same to everything, or by the method. */
async function startServer(answers: Readonly<Record<string, readonly [number, object]>>) {
  const server = createServer(({ method = '' }, response) => {
    const [status, body] = answers[method] ?? [200, {}];
    const headers = { 'content-type': 'application/json' };
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterTest(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function found(url: string): Promise<string> {
  const settings = { urls: [url], prefix: 'desk', auth: { kind: 'basic' } } as const;
  return (await checkSearchServer(settings)).map(findingToText).join('\n');
}

describe('the search server, as the doctor sees it', () => {
  it('is no matter where none is named', async () => {
    expect(await checkSearchServer(undefined)).toEqual([]);
  });

  it('that nobody listens at is told, and its password is not', async () => {
    const url = new URL('http://127.0.0.1:1');
    url.username = 'desk';
    url.password = 'secret-word';
    const text = await found(url.href);
    expect(text).toMatch(/WRONG {2}search: 127\.0\.0\.1:1 \(SEARCH_URL\): .*\(away\)/);
    expect(text).not.toMatch(/secret-word/);
  });

  it('that refuses a change names the rights that are missing', async () => {
    const url = await startServer({
      GET: [200, { version: { number: '2.19.1' } }],
      PUT: [403, { error: { type: 'security_exception' } }],
    });
    expect(await found(url)).toMatch(/\(refused\): 403 security_exception.*write, create/s);
  });

  it('that is too old is to be updated', async () => {
    const url = await startServer({ GET: [200, { version: { number: '1.3.20' } }] });
    expect(await found(url)).toMatch(/is OpenSearch 1\.3\.20.*update it to 2\.11/s);
  });

  const there = process.env.TEST_SEARCH_URL ?? '';
  (there ? it : it.skip)('that is well says so', async () => {
    expect(await found(there)).toMatch(/^well {3}search: .* is OpenSearch \d.* takes changes/);
  });
});

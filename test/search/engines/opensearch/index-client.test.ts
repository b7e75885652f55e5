import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { IndexClient } from '../../../../src/search/engines/opensearch/index-client.ts';
import { SearchServer } from '../../../../src/search/engines/opensearch/search-server.ts';
import { afterTest } from '../../../support/start-desk.ts';

const rejected = { type: 'es_rejected_execution_exception' };

/** Answers of a server, in the order of the bulks; the last one for all that follow. */
async function start(answers: readonly (readonly [number, object])[]) {
  const bulks: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bulks.push(body);
      const [status, said] = answers[Math.min(bulks.length, answers.length) - 1] ?? [200, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const urls = [`http://127.0.0.1:${port}`];
  const client = await SearchServer.open({ urls, prefix: 'desk', auth: { kind: 'basic' } });
  afterTest(async () => {
    await client.close();
    await new Promise((resolve) => server.close(resolve));
  });
  return { bulks, client: new IndexClient(client, [1, 1, 1]) };
}

const done = [200, { errors: false, items: [] }] as const;
const busy = [429, { error: rejected }] as const;
const half = [200, { errors: true, items: [{ index: { status: 429, error: rejected } }] }] as const;
const wrong = [
  200,
  {
    errors: true,
    items: [{ index: { status: 400, error: { type: 'mapper_parsing_exception' } } }],
  },
] as const;

const document = { id: 'a:1', source: { kind: 'passage' } } as never;

describe('what is written into an index', () => {
  it('is sent again, the same, while the server takes no more of it', async () => {
    const { bulks, client } = await start([busy, half, done]);
    await client.write('desk-1', [document]);
    expect(bulks).toHaveLength(3);
    expect(new Set(bulks).size).toBe(1);
  });

  it('fails as busy when the server never takes it', async () => {
    const { bulks, client } = await start([busy]);
    await expect(client.write('desk-1', [document])).rejects.toMatchObject({ kind: 'busy' });
    expect(bulks).toHaveLength(4);
  });

  it('fails at once where it is wrong', async () => {
    const { bulks, client } = await start([wrong, done]);
    await expect(client.write('desk-1', [document])).rejects.toMatchObject({ kind: 'broken' });
    expect(bulks).toHaveLength(1);
  });
});

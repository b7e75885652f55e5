import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SearchServer } from '../../../../src/search/engines/opensearch/search-server.ts';
import type { SearchFaultKind } from '../../../../src/search/search-fault.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Speaks as a node of OpenSearch does, as far as this test goes. */
async function startNode(listener: RequestListener): Promise<string> {
  const node: Server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => node.once('listening', resolve));
  open.push(async () => {
    node.closeAllConnections();
    await new Promise((resolve) => node.close(resolve));
  });
  return `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
}

function says(status: number, body: object): RequestListener {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function faultOf(
  urls: readonly string[],
  auth = {},
): Promise<{ kind?: string; message: string }> {
  const server = await SearchServer.open({
    ...{ urls, prefix: 'desk', auth: { kind: 'basic' } },
    ...auth,
  });
  open.push(() => server.close());
  const found = server.search('desk-1', { query: { term: { both: 'borscht' } } });
  return found.then(
    () => ({ message: 'found' }),
    (error) => error,
  );
}

const shards = { total: 3, successful: 3, failed: 0 };
const whole = { timed_out: false, _shards: shards, hits: { hits: [] } };

function errorOf(type: string) {
  return { error: { type, reason: 'about borscht' }, status: 0 };
}

describe('a search server', () => {
  it('answers', async () => {
    expect(await faultOf([await startNode(says(200, whole))])).toEqual({ message: 'found' });
  });

  it.each<[string, SearchFaultKind, RequestListener]>([
    [
      'leaves a shard out and says that none failed',
      'incomplete',
      says(200, { ...whole, _shards: { total: 3, successful: 2, failed: 0 } }),
    ],
    [
      'has no shard at all',
      'incomplete',
      says(200, { ...whole, _shards: { total: 0, successful: 0, failed: 0 } }),
    ],
    ['stops before the end', 'slow', says(200, { ...whole, timed_out: true })],
    ['takes no more', 'busy', says(429, errorOf('es_rejected_execution_exception'))],
    ['has no such index', 'missing', says(404, errorOf('index_not_found_exception'))],
    ['has lost shards', 'incomplete', says(503, errorOf('search_phase_execution_exception'))],
    [
      'has no manager',
      'incomplete',
      says(503, errorOf('cluster_manager_not_discovered_exception')),
    ],
    ['does not know the user', 'refused', says(401, {})],
    ['forbids it', 'refused', says(403, errorOf('security_exception'))],
    ['does not understand', 'broken', says(400, errorOf('parsing_exception'))],
    ['says what is no JSON', 'broken', (_, response) => response.end('<html>')],
    ['breaks off', 'away', (request) => request.destroy()],
  ])(
    'that %s is told as a fault, without the words that were asked for',
    async (_, kind, listener) => {
      const fault = await faultOf([await startNode(listener)]);
      expect(fault).toMatchObject({ name: 'SearchFault', kind });
      expect(fault.message).not.toMatch(/borscht/);
    },
  );

  it('that nobody listens at is away, and its password is in no message', async () => {
    const url = new URL(await startNode(says(200, whole)));
    for (const close of open.splice(0)) await close();
    url.username = 'desk';
    url.password = 'secret-word';
    const fault = await faultOf([url.href]);
    expect(fault).toMatchObject({ kind: 'away' });
    expect(JSON.stringify(fault) + fault.message).not.toMatch(/secret-word/);
  });

  it('is asked at another node when one is away, and answers', async () => {
    const gone = await startNode(says(200, whole));
    for (const close of open.splice(0)) await close();
    const there = await startNode(says(200, whole));
    for (let asked = 0; asked < 4; asked += 1) {
      expect(await faultOf([gone, there])).toEqual({ message: 'found' });
    }
  });

  it('tells what another node says when one is away', async () => {
    const gone = await startNode(says(200, whole));
    for (const close of open.splice(0)) await close();
    const there = await startNode(says(404, errorOf('index_not_found_exception')));
    for (let asked = 0; asked < 4; asked += 1) {
      expect(await faultOf([gone, there])).toMatchObject({ kind: 'missing', status: 404 });
    }
  });

  it('that hangs is given up in time', async () => {
    const silent = await startNode(() => {});
    expect(await faultOf([silent, silent])).toMatchObject({ kind: 'slow' });
  });

  it('hears a user and password, or a token', async () => {
    const heard: (string | undefined)[] = [];
    const url = new URL(
      await startNode((request, response) => {
        heard.push(request.headers.authorization);
        says(200, whole)(request, response);
      }),
    );
    url.username = 'desk';
    url.password = 'a/b';
    await faultOf([url.href]);
    await faultOf([url.origin], { auth: { kind: 'bearer', token: 'abc' } });
    expect(heard).toEqual([`Basic ${Buffer.from('desk:a/b').toString('base64')}`, 'Bearer abc']);
  });
});

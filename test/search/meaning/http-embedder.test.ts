import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createHttpEmbedder,
  type EmbeddingStyle,
} from '../../../src/search/meaning/http-embedder.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = (response: ServerResponse) => void;

/** A server of vectors that writes down what it is sent. */
async function serve(answer: Answer) {
  const seen: { path: string; key?: string; body: object }[] = [];
  server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    void textOf(request).then((text) => {
      const { authorization: key } = headers;
      seen.push({ path, ...(key && { key }), body: JSON.parse(text) as object });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1/`, seen };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const vector: Answer = (response) => {
  response.end(JSON.stringify({ data: [{ embedding: [3, 4] }] }));
};

describe('a server of vectors', () => {
  it.each<[EmbeddingStyle, object]>([
    ['plain', { model: 'm', input: 'a b' }],
    ['prefix', { model: 'm', input: 'query: a b' }],
    ['input_type', { model: 'm', input: 'a b', input_type: 'query' }],
  ])('is told what a text is for: %s', async (style, body) => {
    const { url, seen } = await serve(vector);
    const embedder = createHttpEmbedder({ url, model: 'm', style, key: 'secret' });
    const found = await embedder.embed('a\0b', 'question');
    expect([...found].map((value) => Math.round(value * 10))).toEqual([6, 8]);
    expect(seen).toEqual([{ path: '/v1/embeddings', key: 'Bearer secret', body }]);
  });

  it.each<[string, Answer]>([
    ['an error', (response) => response.writeHead(500).end('{}')],
    ['no JSON', (response) => response.end('<html>')],
    ['no vector', (response) => response.end('{"data":[]}')],
    ['a vector of nothing', (response) => response.end('{"data":[{"embedding":[0,0]}]}')],
    ['a vector of words', (response) => response.end('{"data":[{"embedding":["a"]}]}')],
    ['more than it may', (response) => response.end('x'.repeat(2_000_000))],
    [
      'somewhere else',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
  ])('is not believed when it answers with %s', async (_, answer) => {
    const { url } = await serve(answer);
    const embedder = createHttpEmbedder({ url, model: 'm', style: 'plain' });
    await expect(embedder.embed('a', 'passage')).rejects.toThrow();
  });

  it('is not asked for the vector of nothing, and is left when it is slow', async () => {
    const { url, seen } = await serve(() => undefined);
    const embedder = createHttpEmbedder({ url, model: 'm', style: 'plain' });
    await expect(embedder.embed(' \0 ', 'passage')).rejects.toThrow('no text');
    expect(seen).toEqual([]);
    await expect(embedder.embed('a', 'question', AbortSignal.timeout(20))).rejects.toThrow();
  });
});

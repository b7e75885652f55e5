import { type Embedder, maxCharacters, type Purpose, unit } from './embedder.ts';

/** How a server is told what a text is for: by a prefix, by `input_type`, or not at all. */
export type EmbeddingStyle = 'prefix' | 'input_type' | 'plain';

/** Where vectors come from over HTTP: any server with OpenAI's `/v1/embeddings`. */
export interface HttpEmbedderSettings {
  /** The server's base address, with or without `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  readonly style: EmbeddingStyle;
}

/** A passage may take a small server some hundred ms; a question is aborted earlier. */
const timeout = 10_000;

/** Vectors of 4,096 numbers in JSON take about 90 kB. */
const maxBytes = 1_000_000;

/** Asks a server for vectors, one text a request; nothing is asked until the first text. */
export function createHttpEmbedder(settings: HttpEmbedderSettings): Embedder {
  const { url, model, style } = settings;
  const address = `${url.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/embeddings`;
  return {
    id: `http-${new URL(url).host}-${model}-${style}`,
    async embed(text, purpose, signal) {
      const timer = AbortSignal.timeout(timeout);
      const response = await fetch(address, {
        method: 'POST',
        headers: headersOf(settings),
        body: JSON.stringify(bodyOf(text, purpose, settings)),
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timer]) : timer,
      });
      const answer = await readBounded(response);
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
      return vectorIn(answer, address);
    },
    close: async () => {},
  };
}

function headersOf({ key }: HttpEmbedderSettings): Record<string, string> {
  return {
    'content-type': 'application/json',
    ...(key && { authorization: `Bearer ${key}` }),
  };
}

function bodyOf(text: string, purpose: Purpose, { model, style }: HttpEmbedderSettings): object {
  // A server written in C may end a text at NUL, and embeds an empty one as if it meant something.
  const input = Buffer.from(text).toString().replaceAll('\0', ' ').slice(0, maxCharacters).trim();
  if (input === '') throw new Error('There is no text to embed');
  const role = purpose === 'question' ? 'query' : 'passage';
  return {
    model,
    input: style === 'prefix' ? `${role}: ${input}` : input,
    ...(style === 'input_type' && { input_type: role }),
  };
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`The answer has more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function vectorIn(answer: string, address: string): Float32Array {
  const { data } = JSON.parse(answer) as { data?: { embedding?: unknown }[] };
  const values: unknown = data?.[0]?.embedding;
  const isVector =
    Array.isArray(values) && values.length > 0 && values.every((value) => Number.isFinite(value));
  if (!isVector) throw new Error(`${address} answers without a vector`);
  return unit(Float32Array.from(values as number[]));
}

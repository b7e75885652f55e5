import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * Reads a body up to a number of bytes, counted as they come and again after they are inflated: a
 * few compressed ones can stand for very many.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  const inflate = decoderFor(encoding);
  if (inflate === null) {
    body.on('error', () => {}).destroy();
    return { problem: `its encoding ${encoding} is not read; save the page and import the file` };
  }
  try {
    if (!inflate) return { bytes: await collected(body, limit) };
    const [bytes] = await Promise.all([
      collected(inflate, limit),
      pipeline(body, counted(limit), inflate),
    ]);
    return { bytes };
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    const most = Math.floor(limit / 1024 / 1024);
    return { problem: `it has more than ${most} MB; import a part of it as a file` };
  }
}

class TooLargeError extends Error {}

function decoderFor(encoding = 'identity') {
  const name = encoding.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  if (name === 'br') return createBrotliDecompress();
  return name === 'identity' || name === '' ? undefined : null;
}

function counted(limit: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new TooLargeError();
      yield chunk;
    }
  };
}

async function collected(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of counted(limit)(body)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

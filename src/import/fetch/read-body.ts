import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What a body holds, once it was read, or why it is not. */
export type BodyRead<T> = T | { readonly problem: string };

/** Reads a body up to a number of bytes into memory. */
export function readBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
): Promise<BodyRead<{ readonly bytes: Uint8Array }>> {
  return take(body, { encoding, limit }, async (chunks) => {
    const collected: Buffer[] = [];
    for await (const chunk of chunks) collected.push(chunk);
    return { bytes: Buffer.concat(collected) };
  });
}

/** Reads a body up to a number of bytes into a new file, which is not there unless all of it came. */
export async function writeBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
  path: string,
): Promise<BodyRead<{ readonly path: string; readonly sha256: string }>> {
  const digest = createHash('sha256');
  const written = await take(body, { encoding, limit }, async (chunks) => {
    const digested = async function* () {
      for await (const chunk of chunks) {
        digest.update(chunk);
        yield chunk;
      }
    };
    await pipeline(digested, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return { path };
  }).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  if ('path' in written) return { path, sha256: digest.digest('hex') };
  await rm(path, { force: true });
  return written;
}

/**
 * Hands a body to what takes it, chunk by chunk, counted as they come and again after they are
 * inflated: a few compressed bytes can stand for very many.
 */
async function take<T>(
  body: Readable,
  { encoding, limit }: { readonly encoding: string | undefined; readonly limit: number },
  into: (chunks: AsyncIterable<Buffer>) => Promise<T>,
): Promise<BodyRead<T>> {
  const inflate = decoderFor(encoding);
  if (inflate === null) {
    body.on('error', () => {}).destroy();
    return { problem: `its encoding ${encoding} is not read; save the page and import the file` };
  }
  try {
    if (!inflate) return await into(counted(limit)(body));
    const [taken] = await Promise.all([
      into(counted(limit)(inflate)),
      pipeline(body, counted(limit), inflate),
    ]);
    return taken;
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

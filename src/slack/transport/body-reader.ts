import type { IncomingMessage } from 'node:http';

/** Slack's largest bodies, submitted forms, stay far below this, in bytes. */
const maxBody = 1024 * 1024;

/** What all requests that are still arriving may hold together, in bytes. */
const maxHeld = 32 * 1024 * 1024;

const tooLarge = 413;
const tooBusy = 503;

/** Reads bodies of requests nobody has vouched for yet, within bounds for each and for all. */
export class BodyReader {
  #held = 0;

  /**
   * The whole body, or the HTTP status that refuses it: 413 beyond `limit` bytes, 503 while others
   * hold too much. Rejects when the sender hangs up before the end.
   */
  async read(request: IncomingMessage, limit = maxBody): Promise<Buffer | number> {
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      // A stream that is destroyed takes its connection along, and the refusal with it.
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        size += chunk.length;
        this.#held += chunk.length;
        if (size > limit) return tooLarge;
        if (this.#held > maxHeld) return tooBusy;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } finally {
      this.#held -= size;
    }
  }
}

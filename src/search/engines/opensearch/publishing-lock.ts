import { randomUUID } from 'node:crypto';
import { unlessStatus } from './faults.ts';
import type { SearchServer } from './search-server.ts';

/** Whoever ends while it holds the lock holds it for so long, in ms. */
const lease = 20_000;

interface Held {
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: { readonly owner: string; readonly until: number };
}

/** Lets one process at a time change an index. */
export class PublishingLock {
  readonly #server: SearchServer;
  readonly #path: string;
  readonly #owner = randomUUID();

  constructor(server: SearchServer, index: string) {
    this.#server = server;
    this.#path = `/${index}`;
  }

  /** Does work while nobody else does any; false where somebody does. */
  async hold(work: () => Promise<void>): Promise<boolean> {
    if (!(await this.#take())) return false;
    const renewing = setInterval(() => void this.#write().catch(() => {}), lease / 3).unref();
    try {
      await work();
    } finally {
      clearInterval(renewing);
      await this.#server
        .send({ method: 'DELETE', path: `${this.#path}/_doc/lock` })
        .catch(() => undefined);
    }
    return true;
  }

  async #take(): Promise<boolean> {
    const mappings = { dynamic: false };
    await unlessStatus(
      this.#server.send({ method: 'PUT', path: this.#path, body: { mappings } }),
      400,
    );
    if (await this.#write({ op_type: 'create' })) return true;
    const held = await unlessStatus(
      this.#server.send<Held>({ method: 'GET', path: `${this.#path}/_doc/lock` }),
      404,
    );
    // A node that took the lock for us may have ended before it said so.
    if (held?._source.owner === this.#owner) return true;
    if (held && held._source.until > Date.now()) return false;
    if (!held) return this.#write({ op_type: 'create' });
    return this.#write({ if_seq_no: held._seq_no, if_primary_term: held._primary_term });
  }

  async #write(querystring: Record<string, string | number> = {}): Promise<boolean> {
    const body = { owner: this.#owner, until: Date.now() + lease };
    const path = `${this.#path}/_doc/lock`;
    const request = this.#server.send({ method: 'PUT', path, querystring, body });
    return (await unlessStatus(request, 409)) !== undefined;
  }
}

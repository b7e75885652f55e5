import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A vector in a byte a number: each is `scale` times what stands there. */
export interface PackedVector {
  readonly scale: number;
  readonly values: Int8Array;
}

const keyBytes = 16;
const scaleBytes = 4;

/** The name of a text in the file; what a text is for makes another vector of it. */
export function keyOf(text: string, purpose: string): string {
  const digest = createHash('sha256').update(`${purpose}\0${text}`).digest();
  return digest.subarray(0, keyBytes).toString('hex');
}

/**
 * Vectors of texts, kept between two starts: a line of JSON with the model's id, then records of a
 * key, a scale and a byte a dimension. A record that is cut short, as by a crash, is passed over.
 */
export class VectorFile {
  readonly #path: string;
  readonly #embedder: string;
  readonly #vectors = new Map<string, PackedVector>();
  #unsaved: Buffer[] = [];
  #isOnDisk = false;

  private constructor(path: string, embedder: string) {
    this.#path = path;
    this.#embedder = embedder;
  }

  /** Reads the file; one of another model, or none, counts as empty. */
  static async open(path: string, embedder: string): Promise<VectorFile> {
    const file = new VectorFile(path, embedder);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) file.#read(bytes);
    return file;
  }

  get(key: string): PackedVector | undefined {
    return this.#vectors.get(key);
  }

  add(key: string, vector: Float32Array): void {
    const packed = pack(vector);
    this.#vectors.set(key, packed);
    this.#unsaved.push(recordOf(key, packed));
  }

  /** Writes what was added. */
  async save(): Promise<void> {
    const records = this.#unsaved;
    if (records.length === 0) return;
    this.#unsaved = [];
    if (this.#isOnDisk) return appendFile(this.#path, Buffer.concat(records));
    await this.#rewrite();
  }

  /** Forgets the vectors of texts that are gone, once they are more than `maxStale`. */
  async prune(kept: ReadonlySet<string>, maxStale: number): Promise<void> {
    const gone = [...this.#vectors.keys()].filter((key) => !kept.has(key));
    if (gone.length > maxStale) await this.remove(gone);
  }

  /** Forgets some vectors; no byte of them is left in the file. */
  async remove(keys: readonly string[]): Promise<void> {
    const gone = keys.filter((key) => this.#vectors.delete(key));
    if (gone.length === 0) return;
    this.#unsaved = [];
    await this.#rewrite();
  }

  async #rewrite(): Promise<void> {
    const [first] = this.#vectors.values();
    const header = { embedder: this.#embedder, dimensions: first?.values.length ?? 0 };
    const records = [...this.#vectors].map(([key, vector]) => recordOf(key, vector));
    await mkdir(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.${process.pid}`;
    await writeFile(draft, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...records]));
    await rename(draft, this.#path);
    this.#isOnDisk = true;
  }

  #read(bytes: Buffer): void {
    const lineEnd = bytes.indexOf('\n');
    const header = readHeader(bytes.subarray(0, Math.max(0, lineEnd)).toString());
    if (header?.embedder !== this.#embedder || !header.dimensions) return;
    const size = keyBytes + scaleBytes + header.dimensions;
    let at = lineEnd + 1;
    for (; at + size <= bytes.length; at += size) {
      const values = at + keyBytes + scaleBytes;
      this.#vectors.set(bytes.subarray(at, at + keyBytes).toString('hex'), {
        scale: bytes.readFloatLE(at + keyBytes),
        values: Int8Array.from(bytes.subarray(values, at + size), (byte) => (byte << 24) >> 24),
      });
    }
    // Behind a record that is cut short nothing could be found again.
    this.#isOnDisk = at === bytes.length;
  }
}

function readHeader(line: string): { embedder?: string; dimensions?: number } | undefined {
  try {
    return JSON.parse(line) as { embedder?: string; dimensions?: number };
  } catch {
    return undefined;
  }
}

function pack(vector: Float32Array): PackedVector {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = largest / 127 || 1;
  return { scale, values: Int8Array.from(vector, (value) => Math.round(value / scale)) };
}

function recordOf(key: string, { scale, values }: PackedVector): Buffer {
  const record = Buffer.alloc(keyBytes + scaleBytes + values.length);
  record.write(key, 'hex');
  record.writeFloatLE(scale, keyBytes);
  record.set(
    new Uint8Array(values.buffer, values.byteOffset, values.length),
    keyBytes + scaleBytes,
  );
  return record;
}

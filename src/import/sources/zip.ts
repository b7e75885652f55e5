import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** The files within an archive, by name, read when they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** A file's bytes; undefined for one that is not there. */
  read(name: string): Promise<Buffer | undefined>;
  close(): void;
}

/** What an archive may hold: a bomb of a few kilobytes inflates to gigabytes. */
const max = { entries: 2_000, bytes: 50 * 1024 * 1024, ratio: 100 };

/** A file of fewer bytes may be as repetitive as it likes. */
const smallFile = 1024 * 1024;

const fromBuffer = promisify(yauzl.fromBuffer) as unknown as (
  bytes: Buffer,
  options: yauzl.Options,
) => Promise<yauzl.ZipFile>;

/**
 * Opens an archive after its list of contents was found harmless: not too many entries, not too many
 * bytes once inflated, no encryption, no names that lead out of it.
 */
export async function openArchive(
  bytes: Uint8Array,
): Promise<Archive | { readonly problem: string }> {
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false };
  const file = await fromBuffer(Buffer.from(bytes), options).catch(() => undefined);
  if (!file) return { problem: 'it is a broken archive; save it again' };
  const entries = await entriesOf(file).catch((error: Error) => ({ problem: whyBroken(error) }));
  const problem = 'problem' in entries ? entries.problem : whyUnfit(entries);
  if (problem || 'problem' in entries) {
    file.close();
    return { problem: problem ?? '' };
  }
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry && readEntry(file, entry);
    },
    close: () => file.close(),
  };
}

function entriesOf(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    file.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > max.entries) resolve(entries);
      else file.readEntry();
    });
    file.once('end', () => resolve(entries));
    file.once('error', reject);
    file.readEntry();
  });
}

const outside = 'it holds files that would land outside of it; save it again';

/** The reader refuses names that lead elsewhere by itself. */
function whyBroken({ message }: Error): string {
  const isName = /^(?:invalid relative path|absolute path|invalid characters in fileName)/.test(
    message,
  );
  return isName ? outside : 'it is a broken archive; save it again';
}

function whyUnfit(entries: ReadonlyMap<string, yauzl.Entry>): string | undefined {
  const all = [...entries.values()];
  const bytes = all.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isPacked = ({ uncompressedSize, compressedSize }: yauzl.Entry) =>
    uncompressedSize > smallFile && uncompressedSize > compressedSize * max.ratio;
  if (all.length > max.entries) return `it holds more than ${max.entries} files; divide it`;
  if (bytes > max.bytes || all.some(isPacked)) {
    return `it holds more than ${max.bytes / 1024 / 1024} MB once it is unpacked; divide it`;
  }
  if (all.some(({ fileName }) => /(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:|\\/i.test(fileName))) {
    return outside;
  }
  if (all.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) === 1)) {
    return 'it is encrypted; save it without a password';
  }
  return undefined;
}

function readEntry(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      // Sizes are checked against the list of contents while the file is inflated.
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', reject);
    });
  });
}

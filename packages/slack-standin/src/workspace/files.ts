import type { FileRecord } from '../wire.ts';
import { fileTypeOf } from './file-types.ts';
import type { Ids } from './ids.ts';

/** What is known of a file before it is shared. */
export interface FileDraft {
  readonly name: string;
  readonly user: string;
  readonly altText?: string | undefined;
}

/** An upload that the app has begun. */
interface Upload extends FileDraft {
  readonly id: string;
  readonly length: number;
  bytes?: Buffer;
}

interface FilesOptions {
  readonly clock: () => number;
  readonly ids: Ids;
  readonly team: string;
  /** The server's address, known only after it listens. */
  readonly url: () => string;
  /** In bytes. */
  readonly maxFileBytes: number;
  /** Where the addresses begin at which the app gets the bytes. */
  readonly filesUrl: () => string;
}

/** The files of the workspace, those under way included. */
export class Files {
  readonly #options: FilesOptions;
  /** The largest file that is kept, in bytes. */
  readonly maxFileBytes: number;
  readonly #uploads = new Map<string, Upload>();
  readonly #kept = new Map<string, { readonly record: FileRecord; readonly bytes: Buffer }>();

  constructor(options: FilesOptions) {
    this.#options = options;
    this.maxFileBytes = options.maxFileBytes;
  }

  /** Begins an upload of so many bytes: the id that the file will have, and where to send them. */
  begin(draft: FileDraft, length: number): { id: string; url: string } {
    const { ids, url } = this.#options;
    const id = ids.next('F');
    const ticket = ids.next('CwAB');
    this.#uploads.set(ticket, { ...draft, id, length });
    return { id, url: `${url()}/upload/v1/${ticket}` };
  }

  /** Whether an upload to this ticket was begun here. */
  expects(ticket: string): boolean {
    return this.#uploads.has(ticket);
  }

  /** Takes the bytes of an upload; false when there is no such upload, or they are too many or few. */
  receive(ticket: string, bytes: Buffer): boolean {
    const upload = this.#uploads.get(ticket);
    if (!upload || upload.length !== bytes.length) return false;
    upload.bytes = bytes;
    return true;
  }

  /** Ends an upload and keeps its file; undefined when its bytes never came, or it has ended already. */
  finish(id: string, isPublic: boolean, title?: string): FileRecord | undefined {
    const [ticket, upload] = [...this.#uploads].find(([, one]) => one.id === id) ?? [];
    if (ticket === undefined || !upload?.bytes) return undefined;
    this.#uploads.delete(ticket);
    return this.#keep(id, upload, upload.bytes, isPublic, title);
  }

  /** Whether the bytes of an upload have come, and it has not ended yet. */
  isReceived(id: string): boolean {
    return [...this.#uploads.values()].some((upload) => upload.id === id && upload.bytes);
  }

  /** Keeps a file that came at once. */
  add(draft: FileDraft, bytes: Buffer, isPublic: boolean): FileRecord {
    return this.#keep(this.#options.ids.next('F'), draft, bytes, isPublic);
  }

  /** A file with its bytes. */
  find(id: string): { readonly record: FileRecord; readonly bytes: Buffer } | undefined {
    return this.#kept.get(id);
  }

  #keep(
    id: string,
    { name, user, altText }: FileDraft,
    bytes: Buffer,
    isPublic: boolean,
    title = name,
  ): FileRecord {
    const { clock, team, url, filesUrl } = this.#options;
    const created = Math.floor(clock() / 1000);
    const place = `${team}-${id}`;
    const path = encodeURIComponent(name.toLowerCase().replace(/\s+/g, '_'));
    const record: FileRecord = {
      id,
      created,
      timestamp: created,
      name,
      title,
      ...fileTypeOf(name),
      user,
      size: bytes.length,
      mode: 'hosted',
      editable: false,
      is_external: false,
      external_type: '',
      is_public: isPublic,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `${filesUrl()}/files-pri/${place}/${path}`,
      url_private_download: `${filesUrl()}/files-pri/${place}/download/${path}`,
      permalink: `${url()}/files/${user}/${id}/${path}`,
      ...(altText && { alt_txt: altText }),
    };
    this.#kept.set(id, { record, bytes });
    return record;
  }
}

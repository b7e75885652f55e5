/** The database can't do what it is asked to; the message says which one, why, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** The database has tables that this version of the bot does not know. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  readonly code = 'NEWER';

  constructor(options: ErrorOptions) {
    super('The database was written by a newer version of the bot', options);
  }
}

/** What is wrong, by the codes of SQLite, Postgres and the network, or by messages without a code. */
const causes: readonly (readonly [code: RegExp, reason: string])[] = [
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'is locked by another program; close that program'],
  [/^SQLITE_FULL|^ENOSPC|^53100/, 'has no room left; free disk space'],
  [
    /^SQLITE_CORRUPT|^SQLITE_NOTADB/,
    'is damaged or no SQLite database; restore it from a backup, or move it away and a new one is made',
  ],
  [
    /^SQLITE_READONLY|^EROFS|^EACCES|^EPERM|^25006/,
    'is read-only; give the bot the right to write to the file and its folder',
  ],
  [/^SQLITE_CANTOPEN|^ENOENT|^ENOTDIR|^EEXIST/, 'cannot be opened; check that the path exists'],
  [/^SQLITE_IOERR/, 'cannot be read or written; check the disk'],
  [
    /^NEWER/,
    'was written by a newer version of the bot; run that version, or name another database',
  ],
  [
    /^ECONNREFUSED|^ENOTFOUND|^ETIMEDOUT|^EHOSTUNREACH|^ECONNRESET|^EPIPE|^57P0|terminated|timeout/,
    'is away; start it, or check the address',
  ],
  [/^53300/, 'has no connection left; allow more, or end other programs'],
  [/^28/, 'refused the user or password'],
  [/^3D000/, 'does not exist; create it'],
];

/** Turns a driver's error into one that a person can act on. Addresses are shown without passwords. */
export function toStoreError(error: unknown, url: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message = String(error) } = error as { code?: string; message?: string };
  const reason = causes.find(([pattern]) => pattern.test(code ?? message))?.[1];
  return storeError(url, reason ?? `failed: ${message}`, error);
}

/** The error that says what is wrong with the database of this address. */
export function storeError(url: string, reason: string, cause?: unknown): StoreError {
  return new StoreError(`The database ${nameOf(url)} (DATABASE_URL) ${reason}.`, { cause });
}

/**
 * Whether a database in good health refused what it was told: a value that it can't hold, such as
 * Postgres the character U+0000. It will refuse the same again.
 */
export function isRefusal(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return /^(?:22|23|SQLITE_CONSTRAINT|SQLITE_TOOBIG)/.test(code);
}

/** The address of a database without its user and password. */
function nameOf(url: string): string {
  if (url.startsWith('file:') || !URL.canParse(url)) return url.replace(/\/\/.*@/, '//');
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

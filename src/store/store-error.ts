/** The database can't do what it is asked to; the message says which one, why, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

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
  [/^SQLITE_CANTOPEN|^ENOENT|^ENOTDIR/, 'cannot be opened; check that the path exists'],
  [/^SQLITE_IOERR/, 'cannot be read or written; check the disk'],
  [
    /^ECONNREFUSED|^ENOTFOUND|^ETIMEDOUT|^EHOSTUNREACH|^ECONNRESET|^57P0/,
    'is away; start it, or check the address',
  ],
  [/^28/, 'refused the user or password'],
  [/^3D000/, 'does not exist; create it'],
];

/** Turns a driver's error into one that a person can act on. Addresses are shown without passwords. */
export function toStoreError(error: unknown, url: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const reason = causes.find(([pattern]) => pattern.test(code))?.[1] ?? `failed: ${message}`;
  return new StoreError(`The database ${nameOf(url)} (DATABASE_URL) ${reason}.`, { cause: error });
}

/** The address of a database without its user and password. */
export function nameOf(url: string): string {
  if (url.startsWith('file:') || !URL.canParse(url)) return url.replace(/\/\/.*@/, '//');
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

import type { Archive } from './question-archive.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Forgets texts, people and answers of what was asked more than `days` ago: at once, and every hour
 * until the returned function is called.
 */
export function startRetention(days: number, archive: Pick<Archive, 'forgetOld'>): () => void {
  // While the database is away the store says so; an hour later it is tried again.
  const forget = () => archive.forgetOld(Date.now() - days * day).catch(() => {});
  void forget();
  const timer = setInterval(() => void forget(), hour).unref();
  return () => clearInterval(timer);
}

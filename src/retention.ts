import type { Logger } from 'pino';
import type { Archive } from './store/question-archive.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Forgets texts, people and answers of what was asked more than `days` ago: at once, and every hour
 * until the returned function is called. A fault is logged and tried again the next time.
 */
export function startRetention(
  days: number,
  book: Pick<Archive, 'forgetOld'>,
  log: Logger,
): () => void {
  const forget = () =>
    book.forgetOld(Date.now() - days * day).catch((error: Error) => {
      log.warn(`Old questions could not be forgotten: ${error.message}`);
    });
  void forget();
  const timer = setInterval(() => void forget(), hour).unref();
  return () => clearInterval(timer);
}

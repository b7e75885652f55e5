import { addressOf } from './server.ts';

/** What is called as the server changes, goes away and comes back. */
export interface ChangeListener {
  readonly changed: () => void;
  readonly away: () => void;
  readonly back: () => void;
}

const retryAfterMs = 1500;

/**
 * Follows the server's changes for one person until told to stop. When the connection breaks it says
 * so once and reconnects by itself, for as long as it takes.
 */
export function followChanges(user: string, listener: ChangeListener): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    source = new EventSource(addressOf('events', { user }));
    source.addEventListener('open', listener.back);
    source.addEventListener('change', listener.changed);
    source.addEventListener('error', () => {
      listener.away();
      // The browser's own retry gives up for good on some errors, so the page does it itself.
      source?.close();
      retry = setTimeout(connect, retryAfterMs);
    });
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(retry);
  };
}

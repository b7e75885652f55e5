import type { IncomingHttpHeaders } from 'node:http';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Tells whether a request comes from this machine and from our own page. A foreign name that was
 * pointed at this address (DNS rebinding) and a foreign page both fail.
 */
export function isOwnRequest({ host = '', origin }: IncomingHttpHeaders): boolean {
  if (!loopbackNames.has(host.replace(/:\d+$/, ''))) return false;
  return origin === undefined || origin === `http://${host}`;
}

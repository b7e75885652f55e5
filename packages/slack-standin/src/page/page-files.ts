import { readFile } from 'node:fs/promises';
import { type Reply, text } from '../transport/reply.ts';
import type { Bundle } from './bundle.ts';

const scriptPath = '/page/client.js';
const stylesPath = '/page/page.css';

/** The page's files; its script and styles are bundled at the first request. */
export class PageFiles {
  #bundle: Promise<Bundle> | undefined;

  /** The reply for a path of the page, or undefined when the page has no such file. */
  async reply(path: string): Promise<Reply | undefined> {
    try {
      if (path === '/') return file(await indexPage(), 'text/html');
      if (path !== stylesPath && path !== scriptPath) return undefined;
      this.#bundle ??= loadBundle();
      const { script, styles } = await this.#bundle;
      return path === stylesPath ? file(styles, 'text/css') : file(script, 'text/javascript');
    } catch (error) {
      this.#bundle = undefined;
      return text(`The page cannot be built: ${String(error)}`, 503);
    }
  }
}

function indexPage(): Promise<string> {
  return readFile(new URL('./app/index.html', import.meta.url), 'utf8');
}

/** A published package brings the page along as it was built; a checkout builds it. */
async function loadBundle(): Promise<Bundle> {
  const built = new URL('./app/bundle.json', import.meta.url);
  const json = await readFile(built, 'utf8').catch(() => undefined);
  if (json !== undefined) return JSON.parse(json) as Bundle;
  const { bundle } = await import('./bundle.ts');
  return bundle();
}

function file(body: string, type: string): Reply {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body };
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Reply, text } from '../reply.ts';

const folder = new URL('./client/', import.meta.url);

/** The page's files: sent as they are, but for the script, which is bundled at the first request. */
export class PageFiles {
  #script: Promise<string> | undefined;

  /** The reply for a path of the page, or undefined when the page has no such file. */
  async reply(path: string): Promise<Reply | undefined> {
    try {
      if (path === '/') return file(await read('index.html'), 'text/html');
      if (path === '/page/page.css') return file(await read('page.css'), 'text/css');
      if (path !== '/page/client.js') return undefined;
      this.#script ??= bundle();
      return file(await this.#script, 'text/javascript');
    } catch (error) {
      this.#script = undefined;
      return text(`The page cannot be built: ${String(error)}`, 503);
    }
  }
}

function read(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
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

async function bundle(): Promise<string> {
  // Loaded here, since most tests need no page and esbuild starts a process of its own.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', folder))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Reply, text } from '../transport/reply.ts';

const folder = new URL('./client/', import.meta.url);

/** The page's files; its script and styles are bundled at the first request. */
export class PageFiles {
  #bundle: Promise<Bundle> | undefined;

  /** The reply for a path of the page, or undefined when the page has no such file. */
  async reply(path: string): Promise<Reply | undefined> {
    try {
      if (path === '/') return file(await read('index.html'), 'text/html');
      if (path !== '/page/page.css' && path !== '/page/client.js') return undefined;
      this.#bundle ??= bundle();
      const { script, styles } = await this.#bundle;
      return path.endsWith('.css') ? file(styles, 'text/css') : file(script, 'text/javascript');
    } catch (error) {
      this.#bundle = undefined;
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

interface Bundle {
  readonly script: string;
  readonly styles: string;
}

async function bundle(): Promise<Bundle> {
  // Loaded here, since most tests need no page and esbuild starts a process of its own.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'page.css'].map((name) => fileURLToPath(new URL(name, folder))),
    bundle: true,
    outdir: 'page',
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const output = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  return { script: output('.js') ?? '', styles: output('.css') ?? '' };
}

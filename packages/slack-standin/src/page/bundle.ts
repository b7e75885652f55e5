import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page's script and styles. */
export interface Bundle {
  readonly script: string;
  readonly styles: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const app = join(root, 'src/page/app');
const cache = join(root, 'node_modules/.cache');

/** What the bundle is made of, besides packages at the versions that package.json names. */
const sources = ['package.json', 'src/wire.ts', 'src/text', 'src/page/app', 'src/page/bundle.ts'];

/**
 * The page of these sources. What was built before of the very same ones is taken from
 * `node_modules/.cache`, since a run of tests asks for it once a suite.
 */
export async function bundle(): Promise<Bundle> {
  const path = join(cache, `page-${await digest()}.json`);
  const built = await readFile(path, 'utf8').catch(() => undefined);
  if (built !== undefined) return JSON.parse(built) as Bundle;
  const made = await build();
  await keep(path, made).catch(() => {
    // A folder that cannot be written to only makes the next start slower.
  });
  return made;
}

async function digest(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const path of await filesUnder(join(root, source))) {
      hash.update(path.slice(root.length)).update(await readFile(path));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (!found) return [path];
  const files = found.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Several processes may build at once: the last one to end replaces an equal file. */
async function keep(path: string, made: Bundle): Promise<void> {
  await mkdir(cache, { recursive: true });
  const outdated = (await readdir(cache)).filter((name) => name.startsWith('page-'));
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, JSON.stringify(made));
  await rename(temporary, path);
  for (const name of outdated) {
    if (!path.endsWith(name)) await rm(join(cache, name), { force: true });
  }
}

async function build(): Promise<Bundle> {
  // Loaded here, since many uses need no page and esbuild starts a process of its own.
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: ['main.tsx', 'page.css'].map((name) => join(app, name)),
    bundle: true,
    outdir: 'page',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const output = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  return { script: output('.js') ?? '', styles: output('.css') ?? '' };
}

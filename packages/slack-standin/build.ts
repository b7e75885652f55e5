/** Makes the package as others install it, in `dist/`: JavaScript, types, and the page as built. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './src/page/bundle.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the package into a folder, which is emptied first. */
export async function buildPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await compile(folder);
  // The page comes built, and what builds it stays at home.
  await rm(join(folder, 'page/bundle.js'));
  await rm(join(folder, 'page/bundle.d.ts'));
  await cp(join(here, 'src/page/app/index.html'), join(folder, 'page/app/index.html'));
  await writeFile(join(folder, 'page/app/bundle.json'), JSON.stringify(await bundle()));
  await writeFile(join(folder, 'package.json'), await publicPackage());
  await cp(join(here, 'README.md'), join(folder, 'README.md'));
  await cp(join(here, '../../LICENSE'), join(folder, 'LICENSE'));
}

async function compile(folder: string): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json');
  const script = join(tsc, '../bin/tsc');
  const args = ['-p', join(here, 'tsconfig.build.json'), '--outDir', folder];
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The types of slack-standin are wrong: tsc ended with ${code}.`);
}

/** The package's own description, with its files as they are when built. */
async function publicPackage(): Promise<string> {
  const description = await readFile(join(here, 'package.json'), 'utf8');
  const built = description
    .replaceAll('"./dist/', '"./')
    .replace(/"\.\/src\/([\w/-]+)\.ts"/g, '"./$1.js"');
  const { private: _, scripts: __, devDependencies: ___, ...rest } = JSON.parse(built);
  return JSON.stringify(rest, undefined, 2);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage(resolve(process.argv[2] ?? join(here, 'dist')));
}

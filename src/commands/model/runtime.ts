import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Stop, unavailable } from '../command.ts';

/** What runs the model: optional peers of this package, with the versions that were measured. */
export const runtime = ['onnxruntime-node@1.30.0', '@huggingface/tokenizers@0.2.0'] as const;

/** Whether both packages are there, in this installation or in the model's folder. */
export function hasRuntime(folder: string): boolean {
  const places = [import.meta.url, join(folder, 'runtime', 'package.json')].map((place) =>
    createRequire(place),
  );
  return runtime.every((spec) =>
    places.some((place) => {
      try {
        return Boolean(place.resolve(spec.slice(0, spec.lastIndexOf('@'))));
      } catch {
        return false;
      }
    }),
  );
}

/** Installs both packages with npm beside the model, without running what they bring along. */
export async function installRuntime(folder: string): Promise<void> {
  const place = join(folder, 'runtime');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--save-exact',
    ...runtime,
  ];
  await promisify(execFile)('npm', args, { cwd: place }).catch((error: Error) => {
    throw new Stop(
      unavailable,
      `npm could not install ${runtime.join(' and ')} (${error.message.split('\n')[0]}). Install both in ${place} by hand, or beside this package, and run this again.`,
    );
  });
}

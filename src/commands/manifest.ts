import { readManifestSettings } from '../config.ts';
import { createManifest } from '../slack/manifest.ts';
import { command, Stop, wrongUse } from './command.ts';

const usage = `Usage: npm run -s manifest [-- https://YOUR-HOST/slack/events]
Prints the manifest to make a Slack app from; with an address, for HTTP mode.`;

/** Prints the app manifest for the settings. */
export const run = command(usage, { allowPositionals: true }, async ({ positionals }, io) => {
  const [address] = positionals;
  if (address !== undefined && !(URL.canParse(address) && address.startsWith('https://'))) {
    throw new Stop(wrongUse, `"${address}" is no https address.\n${usage}`);
  }
  const { isHttp, ...settings } = readManifestSettings(io.env);
  const requestUrl = address ?? (isHttp ? 'https://YOUR-HOST/slack/events' : undefined);
  io.out(JSON.stringify(createManifest({ ...settings, requestUrl }), null, 2));
  return 0;
});

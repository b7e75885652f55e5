import { ConfigError, readEnvironment, readManifestSettings } from '../config.ts';
import { createManifest } from '../slack/manifest.ts';
import { readArguments, stop, wrongSettings, wrongUse } from './command-line.ts';

const usage = `Usage: npm run -s manifest [-- https://YOUR-HOST/slack/events]
Prints the manifest to make a Slack app from; with an address, for HTTP mode.`;

const { positionals } = readArguments(usage, { allowPositionals: true });
const [address] = positionals;
if (address !== undefined && !(URL.canParse(address) && address.startsWith('https://'))) {
  stop(wrongUse, `"${address}" is no https address.\n${usage}`);
}
try {
  const { isHttp, ...settings } = readManifestSettings(readEnvironment());
  const requestUrl = address ?? (isHttp ? 'https://YOUR-HOST/slack/events' : undefined);
  console.log(JSON.stringify(createManifest({ ...settings, requestUrl }), null, 2));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = wrongSettings;
}

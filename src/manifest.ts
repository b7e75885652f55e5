import { ConfigError, readEnvironment, readManifestSettings } from './config.ts';
import { createManifest } from './slack/manifest.ts';

/** EX_USAGE and EX_CONFIG of sysexits.h. */
const wrongUse = 64;
const wrongSettings = 78;

const [address] = process.argv.slice(2);
if (address !== undefined && !(URL.canParse(address) && address.startsWith('https://'))) {
  console.error('Usage: npm run manifest [-- https://YOUR-HOST/slack/events]');
  process.exit(wrongUse);
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

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that can be started, or why there is none. */
export type FoundChromium =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Looks for a Chromium: at `CHROMIUM_PATH` if that is set, and otherwise in the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): FoundChromium {
  const told = env.CHROMIUM_PATH;
  if (told) {
    return isProgram(told) ? { path: told } : { reason: `CHROMIUM_PATH is no program: ${told}` };
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const path = [...places, ...applications].find(isProgram);
  return path ? { path } : { reason: 'no Chromium found; CHROMIUM_PATH can name one' };
}

/** Starts a Chromium without a window that asks nothing of the network by itself. */
export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: quietly });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

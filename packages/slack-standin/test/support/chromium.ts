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

/** Looks for a Chromium: at `CHROMIUM_PATH` if that is set, and otherwise where it is commonly installed. */
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

/** Connects to the Chromium that all suites of a run share. */
export async function connectChromium(path: string): Promise<Browser> {
  const { BROWSER_BROKER } = process.env;
  if (!BROWSER_BROKER) throw new Error('No browser is shared: jest runs without its globalSetup.');
  const response = await fetch(`${BROWSER_BROKER}?path=${encodeURIComponent(path)}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(`Chromium does not start: ${answer}`);
  return chromium.connect(answer);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { readConfig } from '../config.ts';
import { command } from './command.ts';
import { examine } from './doctor/examine.ts';
import { findingToText } from './doctor/finding.ts';

/** The exit code that says that something beside the settings is wrong. */
const somethingWrong = 1;

const usage = `Usage: npm run doctor
Checks the settings (from the environment or .env), tokens, scopes, clock, library and database.`;

/** Examines everything that the bot needs. */
export const run = command(usage, {}, async (_, { env, out }) => {
  const findings = await examine(readConfig(env));
  const faults = findings.filter(({ isWell }) => !isWell).length;
  out(findings.map(findingToText).join('\n'));
  out(faults === 0 ? '\nAll is well.' : `\n${faults} of ${findings.length} need attention.`);
  return faults === 0 ? 0 : somethingWrong;
});

import { ConfigError, readConfig, readEnvironment } from '../config.ts';
import { readArguments, wrongSettings } from './command-line.ts';
import { examine } from './doctor/examine.ts';
import { findingToText } from './doctor/finding.ts';

/** The exit code that says that something beside the settings is wrong. */
const somethingWrong = 1;

const usage = `Usage: npm run doctor
Checks the settings (from the environment or .env), tokens, scopes, clock, library and database.`;

readArguments(usage, {});
try {
  const findings = await examine(readConfig(readEnvironment()));
  const faults = findings.filter(({ isWell }) => !isWell).length;
  console.log(findings.map(findingToText).join('\n'));
  console.log(
    faults === 0 ? '\nAll is well.' : `\n${faults} of ${findings.length} need attention.`,
  );
  process.exitCode = faults === 0 ? 0 : somethingWrong;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = wrongSettings;
}

import { runZone } from './zone-run.ts';

/**
 * Every IANA zone that Node knows, two years of daily digests at 02:30 and 09:00, or other times:
 * `node --import tsx test/digest/run-zones.ts [00:00 23:45]`
 */
const from = Date.UTC(2026, 10, 22);
const to = Date.UTC(2028, 10, 22);
const times = process.argv.length > 2 ? process.argv.slice(2) : ['02:30', '09:00'];
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const began = Date.now();
let digests = 0;
const errors: string[] = [];
for (const zone of zones) {
  for (const time of times) {
    const run = runZone(zone, time, from, to);
    digests += run.digests;
    errors.push(...run.errors);
  }
}
for (const error of errors.slice(0, 50)) process.stdout.write(`${error}\n`);
process.stdout.write(
  `${zones.length} zones, ${digests} digests at ${times.join(', ')}: ${errors.length} errors in ${Math.round((Date.now() - began) / 1000)} s\n`,
);
process.exitCode = errors.length > 0 ? 1 : 0;

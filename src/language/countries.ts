import { languageCodes } from './script.ts';

/** Names of one country each, in English, Russian and Chinese. */
export function countryNames(): string[][] {
  const names = languageCodes.map(
    (code) => new Intl.DisplayNames([code], { type: 'region', fallback: 'none' }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return codes
    .map((code) => names.flatMap((each) => each.of(code) ?? []))
    .filter((group) => group.length === languageCodes.length);
}

/** All time zones that this machine knows, by their IANA names. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Reads a time zone by its IANA name, however it is spelled in capitals. */
export function readZone(text: string): string | undefined {
  const wanted = text.toLowerCase();
  const known = zones.find((zone) => zone.toLowerCase() === wanted);
  if (known) return known;
  // Older and newer names, such as Asia/Kolkata; EST and +02:00 have no summer time and stay out.
  const isPlace = /^[a-z]+\/[a-z0-9_+/-]+$/.test(wanted) && !wanted.startsWith('etc/');
  return isPlace && ownName(text) ? capitalized(text) : undefined;
}

function capitalized(zone: string): string {
  return zone.replace(
    /[a-z]+/gi,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}

/** The name that this machine gives a zone of several names; undefined where there is no such zone. */
export function ownName(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

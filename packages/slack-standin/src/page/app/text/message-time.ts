/** The moment that a message's timestamp stands for. */
export function timeOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

/** The hour and minute in a time zone, such as "4:05 PM". */
export function clockTime(ts: string, timeZone: string): string {
  return write(ts, { hour: 'numeric', minute: '2-digit', timeZone });
}

/** The full date and time, for those who ask. */
export function fullTime(ts: string, timeZone: string): string {
  return write(ts, { dateStyle: 'full', timeStyle: 'medium', timeZone });
}

/** A key that all messages of one day in a time zone share. */
export function dayKey(ts: string, timeZone: string): string {
  return write(ts, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
}

/** "Today", "Yesterday", or the date in words. */
export function dayLabel(ts: string, timeZone: string, now: Date): string {
  const day = dayKey(ts, timeZone);
  const daysAgo = (days: number) => String(now.getTime() / 1000 - days * 86_400);
  if (day === dayKey(daysAgo(0), timeZone)) return 'Today';
  if (day === dayKey(daysAgo(1), timeZone)) return 'Yesterday';
  return write(ts, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function write(ts: string, options: Intl.DateTimeFormatOptions): string {
  const at = timeOf(ts);
  if (Number.isNaN(at.getTime())) return ts;
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(key, format);
  return format.format(at);
}

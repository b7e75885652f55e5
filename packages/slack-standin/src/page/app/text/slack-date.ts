type Part = Intl.DateTimeFormatOptions;

const tokens: Readonly<Record<string, Part>> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  day_divider_pretty: { weekday: 'long', month: 'long', day: 'numeric' },
};

/** Fills Slack's date format (`{date_short} at {time}`) in the reader's time zone. */
export function formatSlackDate(timestamp: number, format: string, timeZone: string): string {
  const at = new Date(timestamp * 1000);
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    if (name === 'date_num') return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
    const part = tokens[name.replace(/_pretty$/, '')] ?? tokens[name];
    return part ? new Intl.DateTimeFormat('en-US', { ...part, timeZone }).format(at) : token;
  });
}

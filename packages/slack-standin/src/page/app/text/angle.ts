import type { Inline } from './marked-text.ts';

/** Undoes Slack's three escapes, and only these. */
export function decodeEscapes(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>' })[name] ?? '&');
}

/** Whether a link may be followed: the web and nothing else. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]/i.test(url);
}

/**
 * Reads what stands between `<` and `>` in Slack's text: a mention, a date or a link. Anything else
 * comes back undefined and is shown as it was written.
 */
export function readAngle(inside: string): Inline | undefined {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : decodeEscapes(inside.slice(bar + 1));
  const id = target.slice(1);
  if (/^@[UW][A-Z0-9]+$/.test(target)) return { kind: 'user', id, label };
  if (/^#C[A-Z0-9]+$/.test(target)) return { kind: 'channel', id, label };
  if (target.startsWith('!')) return readSpecial(id, label);
  const url = decodeEscapes(target);
  if (isWebAddress(url)) {
    return { kind: 'link', url, children: [{ kind: 'text', text: label || url }] };
  }
  const mail = /^mailto:(.+)$/.exec(url);
  return mail ? { kind: 'text', text: label || (mail[1] ?? url) } : undefined;
}

function readSpecial(id: string, label: string | undefined): Inline | undefined {
  const date = /^date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(id);
  if (date) {
    const [, timestamp, format = '', url] = date;
    return { kind: 'date', timestamp: Number(timestamp), format, url, fallback: label };
  }
  if (/^(channel|here|everyone)$/.test(id)) return { kind: 'broadcast', range: id };
  if (id.startsWith('subteam^')) return { kind: 'text', text: label ?? `@${id.slice(8)}` };
  return undefined;
}

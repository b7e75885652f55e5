import type { Names } from '../names.ts';
import { decodeEscapes, readAngle } from './angle.ts';
import type { Inline } from './marked-text.ts';

/** What a person typed to get this text: names and addresses instead of markup. */
export function typedText(text: string, names: Names): string {
  return text
    .split(/(<[^<>]*>)/)
    .map((part) => {
      const mark = part.startsWith('<') ? readAngle(part.slice(1, -1)) : undefined;
      return (mark && typedMark(mark, names)) ?? decodeEscapes(part);
    })
    .join('');
}

function typedMark(mark: Inline, names: Names): string | undefined {
  switch (mark.kind) {
    case 'user':
      return `@${names.user(mark.id)?.name ?? mark.id}`;
    case 'channel':
      return `#${names.channel(mark.id)?.name ?? mark.label ?? mark.id}`;
    case 'broadcast':
      return `@${mark.range}`;
    case 'link':
      return mark.url;
    default:
      return undefined;
  }
}

import { decodeEscapes } from './angle.ts';
import type { Stretch } from './marked-text.ts';
import { parseInline } from './parse-inline.ts';

/** Reads Slack's `mrkdwn`: code blocks first, then quotes, then the marks within lines. */
export function parseMrkdwn(text: string, options: { verbatim?: boolean } = {}): Stretch[] {
  const linksBare = !options.verbatim;
  const stretches: Stretch[] = [];
  // Every second part stands between a pair of fences; an unpaired fence stays text.
  const parts = text.split(/```([\s\S]+?)```/);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      stretches.push({ kind: 'code-block', text: decodeEscapes(part.replace(/^\n|\n$/g, '')) });
    } else {
      stretches.push(...readLines(trimAtFences(part, index, parts.length), linksBare));
    }
  }
  return stretches;
}

/** The line break next to a code block belongs to the block. */
function trimAtFences(part: string, index: number, count: number): string {
  const start = index > 0 ? part.replace(/^\n/, '') : part;
  return index < count - 1 ? start.replace(/\n$/, '') : start;
}

const quoteMark = /^(?:&gt;|>) ?/;
const quoteRest = /^(?:&gt;|>){3} ?/;

function readLines(text: string, linksBare: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  const lines = text === '' ? [] : text.split('\n');
  while (lines.length > 0) {
    const quoted = takeQuote(lines);
    if (quoted) {
      const children = parseInline(quoted.join('\n'), linksBare);
      stretches.push({ kind: 'quote', children: [{ kind: 'lines', children }] });
      continue;
    }
    const end = lines.findIndex((line) => quoteMark.test(line));
    const plain = lines.splice(0, end < 0 ? lines.length : end);
    stretches.push({ kind: 'lines', children: parseInline(plain.join('\n'), linksBare) });
  }
  return stretches;
}

function takeQuote(lines: string[]): string[] | undefined {
  const first = lines[0] ?? '';
  if (quoteRest.test(first)) {
    return lines.splice(0).map((line, index) => (index === 0 ? line.replace(quoteRest, '') : line));
  }
  const end = lines.findIndex((line) => !quoteMark.test(line));
  const quoted = lines.splice(0, end < 0 ? lines.length : end);
  return quoted.length > 0 ? quoted.map((line) => line.replace(quoteMark, '')) : undefined;
}

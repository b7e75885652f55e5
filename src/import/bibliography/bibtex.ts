import { monthNumber } from '../../language/calendar.ts';
import { type PartialDate, readPartialDate } from '../../library/partial-date.ts';
import { type Entry, type EntryName, turnedName } from './entry.ts';
import { decodeLatex } from './latex.ts';

/** A field of one entry is at most so long, in characters. */
const maxFieldLength = 20_000;

/** Reads BibTeX and BibLaTeX; an entry that is broken is passed over, and the rest still comes. */
export function readBibtex(text: string): Entry[] {
  const entries: Entry[] = [];
  const strings = new Map<string, string>();
  for (const { type, body } of entriesIn(text)) {
    const fields = readFields(body, strings);
    if (type === 'string') for (const [name, value] of fields) strings.set(name, value);
    else if (!['comment', 'preamble'].includes(type) && fields.size > 0)
      entries.push(entryOf(fields));
  }
  return entries;
}

/** The entries, each from `@type{` to the brace that closes it or to the next entry at a line's start. */
function* entriesIn(text: string): Generator<{ readonly type: string; readonly body: string }> {
  const starts = [...text.matchAll(/^[ \t]*@([a-z]+)\s*[{(]/gim)];
  for (const [index, match] of starts.entries()) {
    const from = match.index + match[0].length;
    const part = text.slice(from, starts[index + 1]?.index ?? text.length);
    const end = closing(part, 0);
    if (end !== -1) yield { type: (match[1] ?? '').toLowerCase(), body: part.slice(0, end) };
  }
}

/** Where the brace that is open at a place closes; -1 where it does not. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function readFields(body: string, strings: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  const field = /(?<![\w-])([a-z][\w-]*)\s*=\s*/gi;
  for (let match = field.exec(body); match; match = field.exec(body)) {
    const { value, end } = readValue(body, field.lastIndex, strings);
    fields.set((match[1] ?? '').toLowerCase(), value.slice(0, maxFieldLength));
    field.lastIndex = Math.max(end, field.lastIndex);
  }
  return fields;
}

/** A value in braces or quotation marks, a number or a name, and what `#` joins to it. */
function readValue(text: string, from: number, strings: ReadonlyMap<string, string>) {
  let value = '';
  let at = from;
  for (;;) {
    const part = readPart(text, at, strings);
    value += part.value;
    at = part.end;
    const [joined] = /^\s*#\s*/.exec(text.slice(at, at + 50)) ?? [];
    if (!joined) return { value, end: at };
    at += joined.length;
  }
}

function readPart(text: string, at: number, strings: ReadonlyMap<string, string>) {
  if (text[at] === '{') {
    const end = closing(text, at + 1);
    const stop = end === -1 ? text.length : end;
    return { value: text.slice(at + 1, stop), end: stop + 1 };
  }
  if (text[at] === '"') {
    let end = at + 1;
    for (let depth = 0; end < text.length && (text[end] !== '"' || depth > 0); end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === '{') depth += 1;
      else if (text[end] === '}') depth -= 1;
    }
    return { value: text.slice(at + 1, end), end: end + 1 };
  }
  const [word = ''] = /^[\w.:/+-]*/.exec(text.slice(at, at + 200)) ?? [];
  return { value: strings.get(word.toLowerCase()) ?? word, end: at + word.length };
}

function entryOf(fields: ReadonlyMap<string, string>): Entry {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean);
  const plain = (...names: string[]) => {
    const value = first(...names);
    return value && decodeLatex(value);
  };
  const published = dateOf(fields);
  return {
    title: [plain('title'), plain('subtitle')].filter(Boolean).join(': '),
    names: namesOf(first('author') ?? first('editor') ?? ''),
    publisher:
      plain('journaltitle', 'journal', 'publisher', 'institution', 'organization', 'booktitle') ??
      '',
    ...(published && { published }),
    // Some programs escape addresses as if they were text.
    url:
      first('url')
        ?.replace(/\\([&%_#~])/g, '$1')
        .replace(/^\\url\{(.*)\}$/, '$1') ?? '',
    language: plain('langid', 'language') ?? '',
    files: filesOf(first('file') ?? ''),
  };
}

/** The names between "and" outside of braces; "others" is none. */
function namesOf(text: string): EntryName[] {
  const names: string[] = [''];
  let depth = 0;
  for (const word of text.split(/(\s+|[{}])/)) {
    if (word === '{') depth += 1;
    if (word === '}') depth -= 1;
    if (depth === 0 && word.toLowerCase() === 'and') names.push('');
    else names[names.length - 1] += word;
  }
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map((name) => {
      const isWhole = /^\{[^{}]*\}$/.test(name);
      return { name: isWhole ? decodeLatex(name) : turnedName(decodeLatex(name)), isWhole };
    });
}

function dateOf(fields: ReadonlyMap<string, string>): PartialDate | undefined {
  const [range = ''] = (fields.get('date') ?? '').split('/');
  const whole = readPartialDate(range.trim());
  if (whole) return whole;
  const [year = ''] = /[12]\d{3}/.exec(fields.get('year') ?? range) ?? [];
  const named = fields.get('month') ?? '';
  const month = monthNumber(named.trim()) ?? (Number(named) || undefined);
  const [day] = /^\d{1,2}$/.exec(fields.get('day') ?? '') ?? [];
  const parts = [year, ...(month ? [String(month).padStart(2, '0')] : [])];
  return readPartialDate([...parts, ...(month && day ? [day.padStart(2, '0')] : [])].join('-'));
}

/** `title:path:type;…` as Zotero and JabRef write it, with `\:` and `\;` within; or paths alone. */
function filesOf(text: string): string[] {
  const attachments = text.split(/(?<!\\);/).map((attachment) => attachment.trim());
  return attachments.flatMap((attachment) => {
    const parts = attachment
      .split(/(?<!\\)(?!(?<=(?:^|:)[a-z]):[\\/]):/i)
      .map((part) => part.replace(/\\([:;\\])/g, '$1'));
    const path = parts.length >= 3 ? parts[1] : parts.at(-1);
    return path ? [path] : [];
  });
}

import PostalMime from 'postal-mime';
import { cleanText } from '../../library/paragraphs.ts';
import { furnitureRule } from '../furniture.ts';
import { blocksOf } from '../html/blocks.ts';
import { parsePage } from '../html/page.ts';
import { readNames } from '../record/byline.ts';
import { findDates } from '../record/dates.ts';
import {
  type FoundRecord,
  inferred,
  type ReadSource,
  type Removal,
  recordOf,
  type SourceBlock,
  type SourceInput,
  stated,
} from '../source.ts';
import { structuredDocument } from './structured.ts';
import { readPlainText } from './text.ts';

/** What a mail carries for its readers' programs and not for its readers. */
const footer =
  /\b(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this (?:email|message) )?in (?:your )?browser|read online|privacy policy|отписаться|退订|se désinscrire|abmelden)\b/i;

const forwarded =
  /^(?:-{2,}\s*)?(?:forwarded message|original message|пересылаемое сообщение|转发邮件|begin forwarded message)/i;
const forwardedLine =
  /^(from|subject|date|sent|to|cc|от кого|от|тема|дата|кому|发件人|主题|日期|收件人)\s*[:：]\s*(.+)$/iu;

/** Reads a mail: its HTML, which has the better text, else its plain text. Attachments are not read. */
export async function readEmail({ bytes }: Pick<SourceInput, 'bytes'>): Promise<ReadSource> {
  const mail = await new PostalMime({ maxNestingDepth: 20 }).parse(Buffer.from(bytes));
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const known = recordOf({
    title: stated(withoutPrefix(mail.subject ?? '') || undefined),
    publisher: inferred(cleanText(mail.from?.name ?? '') || undefined),
    // In the day of who sent it; a date that is none is left out, not taken for today.
    published: stated(findDates(date)[0]?.date),
  });
  const removed: Removal[] = [];
  const { record, blocks } = mail.html
    ? readForwarded(htmlBlocks(mail.html), removed)
    : readText(mail.text ?? '', known, removed);
  const rest = withoutFooter(blocks, removed);
  if (rest.length === 0)
    return { problem: 'the mail holds no text; import what is attached to it' };
  return { documents: [structuredDocument('email', rest, { ...known, ...record }, removed)] };
}

function htmlBlocks(html: string): SourceBlock[] {
  const { body } = parsePage(html);
  return body ? blocksOf(body).map(({ kind, text }) => ({ kind, text })) : [];
}

/** Its lines are broken and divided as in any plain text; what it is called stands in the mail's head. */
function readText(text: string, known: FoundRecord, removed: Removal[]): Forwarded {
  const [body = ''] = text.replace(/\r\n?/g, '\n').split(/\n-- ?\n/);
  const lines = body.split('\n').map((line): SourceBlock => ({ kind: 'paragraph', text: line }));
  const { record, blocks } = readForwarded(lines, removed);
  const rest = blocks.map((line) => line.text).join('\n');
  return { record, blocks: readPlainText(rest, { ...known, ...record }).blocks };
}

function withoutFooter(blocks: readonly SourceBlock[], removed: Removal[]): SourceBlock[] {
  return blocks.filter(({ text }) => {
    const rule =
      furnitureRule(text) ??
      (text.length < 300 && footer.test(text) ? 'footer of a mail' : undefined);
    if (rule) removed.push({ rule, text: withoutTokens(text), kind: 'left out' });
    return rule === undefined;
  });
}

/** Addresses in footers tell who received the mail. */
function withoutTokens(text: string): string {
  return text.replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
}

/** What a forwarded mail says of itself, and the text without that. */
interface Forwarded {
  readonly record: FoundRecord;
  readonly blocks: readonly SourceBlock[];
}

/** Takes off the lines that say by whom a forwarded mail was written. */
function readForwarded(blocks: readonly SourceBlock[], removed: Removal[]): Forwarded {
  const start = blocks.slice(0, 40).findIndex(({ text }) => forwarded.test(text));
  if (start === -1) return { record: {}, blocks };
  let record: FoundRecord = {};
  let end = start + 1;
  for (const { text } of blocks.slice(start + 1)) {
    const lines = text.split(/\s+(?=(?:From|Subject|Date|Sent|To|Cc|От|Тема|Дата|Кому):\s)/);
    if (!lines.every((line) => forwardedLine.test(line))) break;
    for (const line of lines) record = { ...record, ...forwardedField(line) };
    end += 1;
  }
  for (const { text } of blocks.slice(start, end)) {
    removed.push({ rule: 'head of the forwarded mail', text, kind: 'read' });
  }
  return { record, blocks: [...blocks.slice(0, start), ...blocks.slice(end)] };
}

function forwardedField(line: string): FoundRecord {
  const [, name = '', value = ''] = forwardedLine.exec(line) ?? [];
  if (/^(?:subject|тема|主题)$/i.test(name))
    return { title: { value: withoutPrefix(value), from: 'stated' } };
  if (/^(?:date|sent|дата|日期)$/i.test(name)) {
    return recordOf({ published: stated(findDates(value)[0]?.date) });
  }
  if (!/^(?:from|от кого|от|发件人)$/i.test(name)) return {};
  const sender = cleanText(value.replace(/<[^<>]*>|"|\S+@\S+/g, ''));
  const people = readNames(sender)?.authors ?? [];
  return people.length > 0
    ? recordOf({ authors: inferred(people) })
    : recordOf({ publisher: inferred(sender || undefined) });
}

function withoutPrefix(subject: string): string {
  return cleanText(subject).replace(
    /^(?:(?:re|fwd?|aw|wg|tr|ha|отв|пер|转发|回复)\s*[:：]\s*)+/iu,
    '',
  );
}

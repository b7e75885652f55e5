import { emojiCharacter } from '../../../text/emoji.ts';
import { element } from '../dom/element.ts';
import { displayName, type Names } from '../people.ts';
import { isWebAddress } from '../text/angle.ts';
import type { Inline, Stretch } from '../text/marked-text.ts';
import { formatSlackDate } from '../text/slack-date.ts';

/** Draws stretches of text one below the other. */
export function drawStretches(stretches: readonly Stretch[], names: Names): HTMLElement[] {
  return stretches.map((stretch) => drawStretch(stretch, names));
}

/** Draws the marks of one line. */
export function drawInlines(inlines: readonly Inline[], names: Names): Node[] {
  return inlines.map((inline) => drawInline(inline, names));
}

function drawStretch(stretch: Stretch, names: Names): HTMLElement {
  switch (stretch.kind) {
    case 'lines':
      return element('p', { class: 'lines', dir: 'auto' }, ...drawInlines(stretch.children, names));
    case 'heading':
      // The page's own headings end at 2, so those of a message start below.
      return element(
        `h${Math.min(6, stretch.level + 2) as 3 | 4 | 5 | 6}`,
        { class: `heading-${stretch.level}`, dir: 'auto' },
        ...drawInlines(stretch.children, names),
      );
    case 'quote':
      return element('blockquote', {}, ...drawStretches(stretch.children, names));
    case 'code-block':
      return element('pre', {}, element('code', {}, stretch.text));
    case 'list': {
      const items = stretch.items.map((item) => element('li', {}, ...drawStretches(item, names)));
      if (!stretch.ordered) return element('ul', {}, ...items);
      return element('ol', { start: stretch.start }, ...items);
    }
    case 'rule':
      return element('hr');
  }
}

function drawInline(inline: Inline, names: Names): Node {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(inline.text);
    case 'bold':
      return element('strong', {}, ...drawInlines(inline.children, names));
    case 'italic':
      return element('em', {}, ...drawInlines(inline.children, names));
    case 'strike':
      return element('s', {}, ...drawInlines(inline.children, names));
    case 'code':
      return element('code', {}, inline.text);
    case 'link':
      return drawLink(inline.url, drawInlines(inline.children, names));
    case 'emoji':
      return document.createTextNode(inline.unicode ?? emojiCharacter(inline.name));
    case 'date':
      return drawDate(inline, names);
    default:
      return drawMention(inline, names);
  }
}

/** A link that leads to the web and cannot reach back into the page; other addresses stay text. */
export function drawLink(url: string, children: readonly Node[]): HTMLElement {
  if (!isWebAddress(url)) return element('span', {}, ...children);
  const attributes = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  return element('a', attributes, ...children);
}

function drawDate(date: Extract<Inline, { kind: 'date' }>, names: Names): Node {
  const at = new Date(date.timestamp * 1000);
  if (Number.isNaN(at.getTime())) return document.createTextNode(date.fallback ?? '');
  const text = formatSlackDate(date.timestamp, date.format, names.me.tz);
  const time = element('time', { datetime: at.toISOString(), title: date.fallback }, text);
  return date.url ? drawLink(date.url, [time]) : time;
}

type Mention = Extract<Inline, { kind: 'user' | 'channel' | 'broadcast' }>;

function drawMention(mention: Mention, names: Names): HTMLElement {
  if (mention.kind === 'broadcast') {
    return element('span', { class: 'mention mention-me' }, `@${mention.range}`);
  }
  if (mention.kind === 'channel') {
    const name = names.channel(mention.id)?.name ?? mention.label ?? mention.id;
    return element('span', { class: 'mention' }, `#${name}`);
  }
  const user = names.user(mention.id);
  const mine = mention.id === names.me.id ? ' mention-me' : '';
  const name = user ? displayName(user) : (mention.label ?? mention.id);
  return element('span', { class: `mention${mine}`, 'data-user': mention.id }, `@${name}`);
}

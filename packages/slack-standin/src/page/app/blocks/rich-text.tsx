import type { RichTextBlock, RichTextElement, RichTextList } from '@slack/types';
import type { ComponentChild } from 'preact';
import type { Inline } from '../text/marked-text.ts';
import { Inlines, WebLink } from './marked.tsx';
import { Unsupported } from './unsupported.tsx';

type Part = RichTextBlock['elements'][number];

/** Rich text. Its text elements are literal: only typed elements can mention or link. */
export function RichText({ block }: { readonly block: RichTextBlock }) {
  return <div class="rich-text">{block.elements.map(drawPart)}</div>;
}

function drawPart(part: Part) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p class="lines" dir="auto">
          {part.elements.map(drawStyled)}
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote data-testid="quote">
          <p class="lines" dir="auto">
            {part.elements.map(drawStyled)}
          </p>
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <code>{part.elements.map(drawStyled)}</code>
        </pre>
      );
    case 'rich_text_list':
      return <List list={part} />;
    default:
      return <Unsupported what="element" type={(part as { type: string }).type} />;
  }
}

function List({ list }: { readonly list: RichTextList & { readonly offset?: number } }) {
  const items = list.elements.map((item) => <li dir="auto">{item.elements.map(drawStyled)}</li>);
  const look = `list indent-${Math.max(0, Math.min(8, Math.trunc(list.indent ?? 0)))}`;
  if (list.style !== 'ordered') return <ul class={look}>{items}</ul>;
  return (
    <ol class={look} start={(list.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

const styleTags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function drawStyled(part: RichTextElement): ComponentChild {
  const flags: Readonly<Record<string, unknown>> = { ...part.style };
  let styled = drawElement(part);
  for (const [flag, Tag] of Object.entries(styleTags)) {
    if (flags[flag] === true) styled = <Tag>{styled}</Tag>;
  }
  return styled;
}

function drawElement(part: RichTextElement): ComponentChild {
  const { type, url, text } = part as { type: string; url?: string; text?: string };
  // The types do not know it yet: https://docs.slack.dev/reference/block-kit/block-elements/citation-element
  if (type === 'citation') return <WebLink url={url ?? ''}>{text}</WebLink>;
  switch (part.type) {
    case 'text':
      return part.text;
    case 'link':
      return <WebLink url={part.url}>{part.text || part.url}</WebLink>;
    case 'color':
      return <Colour value={part.value} />;
    case 'team':
      return part.team_id;
    case 'usergroup':
      return `@${part.usergroup_id}`;
    default:
      return <Inlines of={[toInline(part)]} />;
  }
}

type Typed = Exclude<RichTextElement, { type: 'text' | 'link' | 'color' | 'team' | 'usergroup' }>;

function toInline(part: Typed): Inline {
  switch (part.type) {
    case 'user':
      return { kind: 'user', id: part.user_id };
    case 'channel':
      return { kind: 'channel', id: part.channel_id };
    case 'broadcast':
      return { kind: 'broadcast', range: part.range };
    case 'emoji':
      return { kind: 'emoji', name: part.name, unicode: fromCodePoints(part.unicode) };
    case 'date':
      return { ...part, kind: 'date' };
    default:
      return { kind: 'text', text: `[unsupported element: ${(part as { type: string }).type}]` };
  }
}

/** Slack writes an emoji's characters as hexadecimal code points joined by hyphens. */
function fromCodePoints(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode)) return undefined;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}

function Colour({ value }: { readonly value: string }) {
  const isSafe = /^#[0-9a-f]{3,8}$/i.test(value);
  return (
    <span>
      <span class="swatch" aria-hidden="true" style={isSafe ? { backgroundColor: value } : {}} />
      {value}
    </span>
  );
}

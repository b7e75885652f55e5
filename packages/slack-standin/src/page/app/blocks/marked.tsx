import type { TextObject as SlackText } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { emojiCharacter, withEmoji } from '../../../text/emoji.ts';
import { displayName } from '../names.ts';
import { usePage } from '../page.ts';
import { isWebAddress } from '../text/angle.ts';
import type { Inline, Stretch } from '../text/marked-text.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';
import { formatSlackDate } from '../text/slack-date.ts';

/** The words of a plain text object; its emoji names are read unless it says otherwise. */
export function plainWords(text: { readonly text: string; readonly emoji?: boolean }): string {
  return text.emoji === false ? text.text : withEmoji(text.text);
}

/** A text object: `mrkdwn` with its marks, plain text as it stands. */
export function TextObject({ text }: { readonly text: SlackText }) {
  if (text.type === 'mrkdwn') {
    return <Stretches of={parseMrkdwn(text.text, { verbatim: text.verbatim ?? false })} />;
  }
  return (
    <p class="lines" dir="auto">
      {plainWords(text)}
    </p>
  );
}

/** Stretches of text one below the other. */
export function Stretches({ of }: { readonly of: readonly Stretch[] }) {
  // Text has no identity of its own: what stands where is all there is.
  return <>{of.map(drawStretch)}</>;
}

function drawStretch(stretch: Stretch): VNode {
  switch (stretch.kind) {
    case 'lines':
      return (
        <p class="lines" dir="auto">
          <Inlines of={stretch.children} />
        </p>
      );
    case 'heading': {
      // The page's own headings end at 2, so those of a message start below.
      const Heading = `h${Math.min(6, stretch.level + 2) as 3 | 4 | 5 | 6}` as const;
      return (
        <Heading class={`heading-${stretch.level}`} dir="auto">
          <Inlines of={stretch.children} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Stretches of={stretch.children} />
        </blockquote>
      );
    case 'code-block':
      return (
        <pre>
          <code>{stretch.text}</code>
        </pre>
      );
    case 'list': {
      const items = stretch.items.map((item) => (
        <li>
          <Stretches of={item} />
        </li>
      ));
      return stretch.ordered ? <ol start={stretch.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'rule':
      return <hr />;
  }
}

/** The marks of one line. */
export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  return (
    <>
      {of.map((inline) => (
        <InlineText inline={inline} />
      ))}
    </>
  );
}

const markTags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function InlineText({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'bold':
    case 'italic':
    case 'strike': {
      const Mark = markTags[inline.kind];
      return (
        <Mark>
          <Inlines of={inline.children} />
        </Mark>
      );
    }
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return (
        <WebLink url={inline.url}>
          <Inlines of={inline.children} />
        </WebLink>
      );
    case 'emoji':
      return <>{inline.unicode ?? emojiCharacter(inline.name)}</>;
    case 'date':
      return <SlackDate date={inline} />;
    default:
      return <MentionText mention={inline} />;
  }
}

interface WebLinkProps {
  readonly url: string;
  readonly children: ComponentChildren;
}

/** A link that leads to the web and cannot reach back into the page; other addresses stay text. */
export function WebLink({ url, children }: WebLinkProps) {
  if (!isWebAddress(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function SlackDate({ date }: { readonly date: Extract<Inline, { kind: 'date' }> }) {
  const { me } = usePage().names;
  const at = new Date(date.timestamp * 1000);
  if (Number.isNaN(at.getTime())) return <>{date.fallback ?? ''}</>;
  const time = (
    <time dateTime={at.toISOString()} title={date.fallback}>
      {formatSlackDate(date.timestamp, date.format, me.tz)}
    </time>
  );
  return date.url ? <WebLink url={date.url}>{time}</WebLink> : time;
}

type Mention = Extract<Inline, { kind: 'user' | 'channel' | 'broadcast' }>;

function MentionText({ mention }: { readonly mention: Mention }) {
  const { names } = usePage();
  if (mention.kind === 'broadcast') {
    return <span class="mention mention-me">@{mention.range}</span>;
  }
  if (mention.kind === 'channel') {
    const name = names.channel(mention.id)?.name ?? mention.label ?? mention.id;
    return <span class="mention">#{name}</span>;
  }
  const user = names.user(mention.id);
  const look = mention.id === names.me.id ? 'mention mention-me' : 'mention';
  return (
    <span class={look} data-user={mention.id}>
      @{user ? displayName(user) : (mention.label ?? mention.id)}
    </span>
  );
}

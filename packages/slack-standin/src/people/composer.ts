import type { KnownBlock, RichTextElement } from '@slack/types';
import { emojiCharacters } from '../text/emoji.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a person typed, as Slack stores it. */
export interface Composed {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

interface Piece {
  readonly markup: string;
  readonly element: RichTextElement;
}

/**
 * Turns typed text into what Slack stores: names after `@` and `#` and bare addresses become
 * markup, emoji become their names, and everything else that looks like markup is escaped.
 * Source: https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function compose(typed: string, workspace: Workspace): Composed {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of typed.matchAll(mentionPattern(workspace))) {
    const piece = pieceOf(match[0], workspace);
    if (!piece) continue;
    if (match.index > end) pieces.push(plain(typed.slice(end, match.index)));
    pieces.push(piece);
    end = match.index + match[0].length;
  }
  if (end < typed.length) pieces.push(plain(typed.slice(end)));
  const elements = pieces.map(({ element }) => element);
  return {
    text: pieces.map(({ markup }) => markup).join(''),
    blocks: [
      {
        type: 'rich_text',
        block_id: workspace.ids.next('').slice(-7),
        elements: [{ type: 'rich_text_section', elements }],
      },
    ],
  };
}

/** Escapes the three characters that make markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function mentionPattern({ users, channels }: Workspace): RegExp {
  const people = [...users.map(({ name }) => name), 'channel', 'here', 'everyone'];
  const places = channels.filter(({ kind }) => kind === 'channel').map(({ name }) => name);
  const address = String.raw`https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]`;
  const at = `@(?:${alternatives(people)})`;
  const hash = `#(?:${alternatives(places)})`;
  const emoji = `${alternatives([...emojiNames.keys()])}|:[a-z0-9_+-]+:`;
  return new RegExp(String.raw`(?<![\w&])(?:${address}|(?:${at}|${hash})(?![\w-]))|${emoji}`, 'gi');
}

function alternatives(names: readonly string[]): string {
  // The longest first, or `@sino` would win over `@sino-russia`.
  const sorted = [...names].sort((one, other) => other.length - one.length);
  return sorted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

/** Slack knows thousands; those that the page can draw are enough to see what becomes of them. */
const emojiNames = new Map(
  // Of two names the first one counts: Slack says `+1`, not `thumbsup`.
  [...emojiCharacters].reverse().map(([name, character]) => [character, name] as const),
);

function emojiPiece(typed: string): Piece | undefined {
  const name = emojiNames.get(typed) ?? typed.slice(1, -1);
  const character = emojiCharacters.get(name);
  if (!character) return undefined;
  const unicode = [...character].map((one) => one.codePointAt(0)?.toString(16)).join('-');
  return { markup: `:${name}:`, element: { type: 'emoji', name, unicode } };
}

function pieceOf(typed: string, workspace: Workspace): Piece | undefined {
  if (typed.startsWith(':') || emojiNames.has(typed)) return emojiPiece(typed);
  const name = typed.slice(1).toLowerCase();
  if (typed.startsWith('@')) return person(name, workspace);
  if (typed.startsWith('#')) {
    const channel = workspace.channel(name);
    if (!channel) return undefined;
    const element = { type: 'channel', channel_id: channel.id } as const;
    return { markup: `<#${channel.id}|${channel.name}>`, element };
  }
  return { markup: `<${escapeMarkup(typed)}>`, element: { type: 'link', url: typed } };
}

function person(name: string, workspace: Workspace): Piece | undefined {
  if (name === 'channel' || name === 'here' || name === 'everyone') {
    return { markup: `<!${name}>`, element: { type: 'broadcast', range: name } };
  }
  const user = workspace.users.find((one) => one.name.toLowerCase() === name);
  if (!user) return undefined;
  return { markup: `<@${user.id}>`, element: { type: 'user', user_id: user.id } };
}

function plain(text: string): Piece {
  return { markup: escapeMarkup(text), element: { type: 'text', text } };
}

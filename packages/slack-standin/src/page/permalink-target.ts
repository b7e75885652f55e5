import type { Workspace } from '../workspace/workspace.ts';

/**
 * Where on the page the message of a permalink stands; undefined when the address is none.
 * Source of its form: https://docs.slack.dev/reference/methods/chat.getPermalink
 */
export function permalinkTarget({ pathname, searchParams }: URL, workspace: Workspace) {
  const [, channelId = '', digits = ''] =
    /^\/archives\/(\w+)(?:\/p(\d{7,}))?$/.exec(pathname) ?? [];
  const channel = workspace.channels.find(({ id }) => id === channelId);
  if (!channel) return undefined;
  const ts = digits && `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  const thread = searchParams.get('thread_ts');
  const isReply = thread !== null && thread !== ts;
  // A conversation with the app is seen by one person alone.
  const [person = ''] = channel.kind === 'im' ? channel.members : [];
  const place = new URLSearchParams({
    ...(person && { user: person }),
    channel: channel.id,
    ...(isReply && { thread }),
    ...(ts && { message: ts }),
  });
  return `/?${place}`;
}

import type { Option } from '@slack/types';
import type {
  BlockAction,
  Container,
  FileRecord,
  InputValues,
  MessageRef,
  PageState,
} from '../../wire.ts';

/** What came of a request; that the server is away is an answer, too, and never thrown. */
export type Reply =
  | { readonly ok: true; readonly file?: FileRecord }
  | {
      readonly ok: false;
      readonly error?: string;
      readonly errors?: Readonly<Record<string, string>>;
    };

/** What was typed into a menu whose options the app knows. */
export interface Query {
  readonly block_id: string;
  readonly action_id: string;
  readonly value: string;
}

/** A message on its way out. */
export interface Draft {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly thread_ts?: string | undefined;
  readonly files?: readonly SentFile[];
}

/** A file on its way out. */
export interface SentFile {
  readonly name: string;
  readonly base64: string;
}

/** A slash command on its way out. */
export interface CommandDraft extends Omit<Draft, 'thread_ts' | 'files'> {
  readonly command: string;
}

/** The address of something that the server has for the team that the page is about. */
export function addressOf(route: string, query: Readonly<Record<string, string>> = {}): string {
  const team = new URLSearchParams(location.search).get('team');
  const search = new URLSearchParams({ ...query, ...(team !== null && { team }) });
  return search.size > 0 ? `/page/${route}?${search}` : `/page/${route}`;
}

/** The fake Slack's side of the page, as its JSON routes have it. */
export const server = {
  /** All that a person sees; undefined while the server is away. */
  async state(user?: string): Promise<PageState | undefined> {
    const query: Record<string, string> = user ? { user } : {};
    try {
      const response = await fetch(addressOf('state', query), { cache: 'no-store' });
      return response.ok ? ((await response.json()) as PageState) : undefined;
    } catch {
      return undefined;
    }
  },
  sendMessage: (draft: Draft) => post('messages', draft),
  editMessage: (ref: MessageRef, text: string) => post('messages/edit', { ...ref, text }),
  deleteMessage: (ref: MessageRef) => post('messages/delete', ref),
  react: (ref: MessageRef, name: string, removes: boolean) =>
    post('reactions', { ...ref, name, removes }),
  sendCommand: (draft: CommandDraft) => post('commands', draft),
  sendAction: (user: string, container: Container, action: BlockAction) =>
    post('actions', { user, container, ...action }),
  /** The options that the app suggests for what was typed; none when it does not answer. */
  async suggest(user: string, container: Container, query: Query): Promise<readonly Option[]> {
    const reply = await post('options', { user, container, ...query });
    return reply.ok ? ((reply as { options?: Option[] }).options ?? []) : [];
  },
  /** Keeps a file for a form; what comes back stands for it. */
  uploadFile: (user: string, file: SentFile) => post('files', { user, ...file }),
  submitView: (user: string, view_id: string, values: InputValues) =>
    post('views/submit', { user, view_id, values }),
  closeView: (user: string, view_id: string) => post('views/close', { user, view_id }),
  useShortcut: (user: string, callback_id: string, channel: string, ts?: string) =>
    post('shortcuts', { user, callback_id, channel, ts }),
  openHome: (user: string, tab: 'home' | 'messages') => post('home', { user, tab }),
  dismissNotice: (user: string, id: string) => post('notices/dismiss', { user, id }),
};

async function post(route: string, body: object): Promise<Reply> {
  try {
    const response = await fetch(addressOf(route), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const reply = (await response.json()) as Partial<Reply> | null;
    if (reply?.ok === undefined) return response.ok ? { ok: true } : failed(response.status);
    return reply as Reply;
  } catch {
    return { ok: false, error: 'The fake Slack did not answer. Is it still running?' };
  }
}

function failed(status: number): Reply {
  return { ok: false, error: `The fake Slack answered with an error (HTTP ${status}).` };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { isObject } from '../block-kit/check.ts';
import type { Faults, RequestFault } from '../faults/faults.ts';
import type { Call } from '../methods/calls.ts';
import type { Message } from '../wire.ts';
import {
  checkDraft,
  type Draft,
  draftToMessage,
  nameBlocks,
  threadOf,
} from '../workspace/posting.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import { json, type Reply, text } from './reply.ts';

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const maxUses = 5;
const lifetimeMs = 30 * 60 * 1000;

/** What a person did that the app may respond to. */
interface Occasion {
  readonly user: string;
  readonly channel: Channel;
  readonly expires: number;
  /** The message that was acted on, or that the last response made. */
  messageTs?: string | undefined;
  uses: number;
}

/** What answering needs. */
export interface ResponseUrlOptions {
  readonly workspace: Workspace;
  readonly faults: Faults;
  /** The server's address, known only after it listens. */
  readonly url: () => string;
  readonly log: (call: Call) => void;
  /** Told of each message that everybody sees. */
  readonly posted: (channel: Channel, message: Message) => void;
}

/** Hands out `response_url`s and takes what the app posts there. */
export class ResponseUrls {
  readonly #options: ResponseUrlOptions;
  readonly #occasions = new Map<string, Occasion>();

  constructor(options: ResponseUrlOptions) {
    this.#options = options;
  }

  /** A new address for what `user` just did in `channel`, with `messageTs` or without a message. */
  issue(user: string, channel: Channel, messageTs?: string): string {
    const { workspace, url } = this.#options;
    const id = workspace.ids.next('R');
    const expires = workspace.clock() + lifetimeMs;
    this.#occasions.set(id, { user, channel, expires, messageTs, uses: 0 });
    return `${url()}/response/${id}`;
  }

  /** Whether this is an address that was issued here. */
  knows(id: string): boolean {
    return this.#occasions.has(id);
  }

  /** Takes a post to an address. */
  async use(id: string, body: string): Promise<Reply> {
    const { faults, log, workspace } = this.#options;
    const fault = faults.ofRequest('response_url');
    if (fault?.kind === 'delay') await sleep(fault.ms);
    const args = parse(body);
    const refusal = refusalByFault(fault) ?? this.#respond(id, args);
    const { error, extra } = refusal ?? {};
    const response = { ok: !refusal, ...(error && { error }), ...extra };
    const call = { method: 'response_url', args: args ?? {}, response, at: workspace.clock() };
    log({ ...call, ok: !refusal, error, fault: fault?.kind });
    return refusal
      ? refusalToReply(refusal, fault)
      : { ...text('ok'), isLost: fault?.kind === 'lost_response' };
  }

  /** Shows what the app said in its acknowledgement of the occasion that `url` belongs to. */
  acknowledge(url: string, response: Record<string, unknown>): Refusal | undefined {
    const occasion = this.#occasions.get(url.split('/').at(-1) ?? '');
    return occasion ? this.#place(occasion, response) : undefined;
  }

  #respond(id: string, args: Record<string, unknown> | undefined): Refusal | undefined {
    const occasion = this.#occasions.get(id);
    if (!occasion || this.#options.workspace.clock() > occasion.expires) {
      return new Refusal('expired_url');
    }
    if (occasion.uses >= maxUses) return new Refusal('used_url');
    occasion.uses += 1;
    return args ? this.#place(occasion, args) : new Refusal('invalid_payload');
  }

  #place(occasion: Occasion, args: Record<string, unknown>): Refusal | undefined {
    const { channel } = occasion;
    if (args.delete_original === true) {
      this.#options.workspace.drop(channel, occasion.messageTs ?? '');
      return undefined;
    }
    try {
      const draft = args as Draft;
      checkDraft(draft);
      if (args.replace_original === true && this.#replace(occasion, draft)) return undefined;
      this.#add(occasion, draft, args.response_type === 'in_channel');
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error;
    }
  }

  #replace({ channel, messageTs }: Occasion, draft: Draft): boolean {
    const { workspace } = this.#options;
    const message = channel.messages.find(({ ts }) => ts === messageTs);
    if (!message) return false;
    const { text: newText, blocks, metadata } = draftToMessage(workspace, draft);
    message.text = newText;
    message.blocks = nameBlocks(blocks ?? [], workspace.ids);
    if (metadata) message.metadata = metadata;
    workspace.changes.emit();
    return true;
  }

  #add(occasion: Occasion, draft: Draft, isPublic: boolean): void {
    const { workspace } = this.#options;
    const { channel, user } = occasion;
    const thread_ts = threadOf(channel, draft);
    const message = draftToMessage(workspace, { ...draft, thread_ts });
    if (!isPublic) message.ephemeral_to = user;
    workspace.add(channel, message);
    if (isPublic) this.#options.posted(channel, message);
    occasion.messageTs ??= message.ts;
  }
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refusalByFault(fault: RequestFault | undefined): Refusal | undefined {
  if (fault?.kind === 'refused') return new Refusal(fault.error);
  if (fault?.kind === 'rate_limited') return new Refusal('ratelimited');
  if (fault?.kind === 'lost_request') return new Refusal('lost_request');
  return fault?.kind === 'server_error' ? new Refusal('internal_error') : undefined;
}

/** Unlike the Web API, a `response_url` answers refusals with an HTTP status. */
function refusalToReply({ error }: Refusal, fault: RequestFault | undefined): Reply {
  if (fault?.kind === 'lost_request') return { ...text(''), isLost: true };
  if (fault?.kind === 'server_error') return text(error, fault.status ?? 500);
  if (fault?.kind === 'rate_limited') {
    const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
    return json({ ok: false, error }, 429, headers);
  }
  const isGone = error === 'used_url' || error === 'expired_url';
  return isGone ? json({ ok: false, error }, 404) : text(error, 400);
}

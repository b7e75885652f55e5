import type { App, Logger, ReceiverEvent } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import type { WebClient } from '@slack/web-api';
import type { Observer } from '../../status/observer.ts';
import { isSlackAddress } from '../api/addresses.ts';

const noAddress = {
  response_type: 'ephemeral',
  text: 'Slack sent no address that I may answer at, so I did not look. Please ask again.',
};

/**
 * Lets the app hear only of what can be answered at an address of Slack, or of the API that the bot
 * is set to use: somebody with the signing secret could otherwise have answers sent anywhere, and a
 * command without an address would be answered in public.
 */
export function refuseForeignAddresses(
  app: App,
  { apiUrl, log }: { readonly apiUrl?: string | undefined; readonly log: Logger },
): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (addressesOf(event.body).every((address) => isSlackAddress(address, apiUrl))) {
      return processEvent(event);
    }
    log.warn('Refused a command or click whose response_url is no https address of Slack');
    await event.ack('command' in event.body ? noAddress : undefined);
  };
}

/** Every address that the bot may be asked to answer at; a command has one in any case. */
function addressesOf(body: ReceiverEvent['body']): unknown[] {
  const { response_url: one, response_urls: several } = body;
  const listed = Array.isArray(several) ? several.map((each) => each?.response_url) : [];
  return one !== undefined || 'command' in body ? [one, ...listed] : listed;
}

/** Slack brings an event once and then this often again. */
const maxRetries = 3;

/**
 * Bolt acknowledges an event before its listeners run; a crash in between would lose the question. So
 * an event is acknowledged when the listeners are done, which is when its job is safe. One whose
 * listener failed is not, so that Slack brings it again; the person hears of it when that was in vain.
 */
export function acknowledgeWhenSafe(app: App, log: Logger): void {
  const processEvent = app.processEvent.bind(app);
  const failed = new WeakSet<object>();
  app.processEvent = async (event) => {
    /** What was taken is done whether or not Slack still listens. */
    const ack: typeof event.ack = async (response) => {
      try {
        await event.ack(response);
      } catch (error) {
        log.warn(`Slack was not told in time that something arrived: ${(error as Error).message}`);
      }
    };
    if (!('event' in event.body)) return processEvent({ ...event, ack });
    await processEvent({ ...event, ack: async () => {} });
    if (!failed.has(event.body)) await ack();
  };
  app.error(async ({ error, body, context }: ExtendedErrorHandlerArgs) => {
    log.error(error.stack ?? error.message);
    const comesAgain = 'event' in body && (context.retryNum ?? 0) < maxRetries;
    if ('event' in body) failed.add(body);
    if (comesAgain) return;
    await tellFault(app.client, body).catch((fault: Error) => log.error(fault.message));
  });
}

/** Tells how long Slack waited for each acknowledgement; to be called after all that changes when it comes. */
export function observeAcks(app: App, { acknowledged }: Pick<Observer, 'acknowledged'>): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const begun = performance.now();
    return processEvent({
      ...event,
      ack: async (response) => {
        await event.ack(response);
        acknowledged((performance.now() - begun) / 1000);
      },
    });
  };
}

const apology =
  'Something broke before I could write your question down, so there will be no answer to it. Please ask again; it is in my log.';

/**
 * Tells the person who addressed the bot, and nobody else, that a listener failed: in private. Of a
 * message in a channel that does not mention the bot nobody knows whether it asked something.
 */
async function tellFault(client: WebClient, body: unknown): Promise<void> {
  const { response_url: responseUrl, event } = body as FailedBody;
  if (responseUrl) {
    await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text: apology }),
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
  } else if (event?.channel && event.user && !event.bot_id && addressesBot(event)) {
    const { channel, user, thread_ts } = event;
    const here = { channel, user, text: apology, ...(thread_ts && { thread_ts }) };
    await client.chat
      .postEphemeral(here)
      .catch(() => client.chat.postMessage({ channel: user, text: apology }));
  }
}

interface FailedEvent {
  readonly type?: string;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly thread_ts?: string;
}

interface FailedBody {
  readonly response_url?: string;
  readonly event?: FailedEvent;
}

function addressesBot({ type, channel_type }: FailedEvent): boolean {
  return type === 'app_mention' || (type === 'message' && channel_type === 'im');
}

import type { App, Logger } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import { tellFault } from './api/tell-fault.ts';

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

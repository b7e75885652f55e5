import type { App } from '@slack/bolt';
import type { Observer } from '../../status/observer.ts';

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

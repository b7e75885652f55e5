import type { Receiver } from '@slack/bolt';

/** A Bolt receiver that also can be ended for good. */
export interface StoppableReceiver {
  readonly receiver: Receiver;
  /** Whether Slack can deliver something now. */
  isReachable(): boolean;
  /** Resolves when Slack can deliver nothing more to this process, after `stopTimeout` at the latest. */
  stop(): Promise<void>;
}

/** How long the end waits for what is at hand to be acknowledged, in ms. */
export const stopTimeout = 1000;

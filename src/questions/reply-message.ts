import type { Tag } from '../outbox/delivery.ts';

/** Slack takes nothing at a response_url after 30 minutes; the last one is left as a margin. In ms. */
const responseUrlLife = 29 * 60_000;

/** Slack's clock and ours may differ by this much, in seconds. */
const clockSkew = 60;

/** Whether Slack still takes a reply at a response_url that it gave `age` ms ago. */
export function isResponseUrlOpen(age: number): boolean {
  return age < responseUrlLife;
}

/** The earliest ts that a reply to what was asked at a time (ms since 1970) can have. */
export function oldestReply(askedAt: number): string {
  return String(Math.floor(askedAt / 1000) - clockSkew);
}

/** What a reply carries, asked for or shared, so that it can be found again. */
export function replyTag(id: string): Tag {
  return { type: 'answer', id };
}

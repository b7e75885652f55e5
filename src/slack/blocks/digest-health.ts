import type { Digests } from '../../digests/digests.ts';
import type { Run } from '../../digests/run.ts';
import { count } from '../text.ts';
import { digestReason } from './digest-reason.ts';

type Health = Awaited<ReturnType<Digests['health']>>;

const outcomes: readonly (readonly [statuses: readonly Run['status'][], text: string])[] = [
  [['posted', 'replying'], 'posted'],
  [['empty'], 'with nothing to say, so not posted'],
  [['waiting', 'posting'], 'on the way'],
  [['failed', 'missed'], 'failed'],
];

/**
 * One line on all digests of a workspace, and one on each that failed and that this person set up;
 * other channels stay unnamed, for they may be private.
 */
export function digestHealth(health: Health, person: string): string[] {
  const on = health.filter(({ subscription }) => subscription.status === 'on');
  if (on.length === 0) return ['No channel gets digests.'];
  const counts = outcomes.flatMap(([statuses, text]) => {
    const number = on.filter(({ last }) => last && statuses.includes(last.status)).length;
    return number > 0 ? [`${number} ${text}`] : [];
  });
  const last = counts.length > 0 ? `; the last ones: ${counts.join(', ')}` : '';
  const own = on.filter(
    ({ subscription, last }) => last?.status === 'failed' && subscription.setUpBy === person,
  );
  return [
    `${count(on.length, 'channel')} with digests${last}.`,
    ...own
      .slice(0, 5)
      .map(({ last }) => `A digest that you set up failed: ${digestReason(last?.reason ?? '')}.`),
  ];
}

import { readOrder } from '../../digests/order.ts';
import { type Intent, readIntent } from '../../questions/intent.ts';
import type { Admission, Wish } from '../../questions/people.ts';
import { plain, richText, section } from '../blocks/block-kit.ts';
import type { Compose } from './compose.ts';

/** Has replies made for those only who may ask; the others get the reason, and may still say `forget`. */
export function composeForMembers(compose: Compose, { refusalOf }: Admission): Compose {
  return async (question, found) => {
    const intent = readIntent(question.text);
    // A person who was forgotten while the question waited can't be looked up any more.
    if (!question.person || intent.kind === 'forget') return compose(question, found);
    const reason = await refusalOf(question, wishOf(intent));
    if (!reason) return compose(question, found);
    const reply = { text: reason, blocks: [richText(section(plain(reason)))] };
    return { outcome: 'declined', reply };
  };
}

/** Orders that only show something change nothing. */
const shows = new Set<string>(['open', 'status', 'preview', 'wrong']);

function wishOf(intent: Intent): Wish {
  if (intent.kind !== 'digest') return 'ask';
  return shows.has(readOrder(intent.order).kind) ? 'ask' : 'change';
}

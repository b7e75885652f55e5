import { whyUnsearchable } from '../../answer/unsearchable.ts';
import type { SayTo } from '../../questions/people.ts';
import { saying } from '../../texts/message.ts';
import { searchTexts as texts } from '../../texts/search.ts';
import { plain, richText, section } from '../blocks/block-kit.ts';
import type { Compose } from './compose.ts';

/** Has replies made that say why the library could not be searched, where that is so: it may pass. */
export function composeOrSayUnsearchable(compose: Compose, sayTo: SayTo): Compose {
  return async (question) => {
    try {
      return await compose(question);
    } catch (error) {
      const kind = whyUnsearchable(error);
      if (kind === undefined) throw error;
      const say = await sayTo(question);
      const text = say(saying(texts.unsearchable, { why: saying(texts[kind]) }));
      const reply = { text, blocks: [richText(section(plain(text)))] };
      return { outcome: 'failed', reply, mayPass: (error as Error).message };
    }
  };
}

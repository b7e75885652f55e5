import { readdirSync } from 'node:fs';
import type { Topic } from '../../src/texts/message.ts';

const folder = new URL('../../src/texts/', import.meta.url);

/** All texts of the bot, by the names of their topics. */
export async function readCatalogue(): Promise<ReadonlyMap<string, Topic>> {
  const topics = new Map<string, Topic>();
  for (const file of readdirSync(folder)) {
    const exported = (await import(`../../src/texts/${file}`)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(exported)) {
      if (name.endsWith('Texts')) topics.set(name, value as Topic);
    }
  }
  return topics;
}

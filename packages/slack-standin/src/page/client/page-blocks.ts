import type { BlockContext } from './blocks/block-context.ts';
import { readForSending } from './conversation/attachments.ts';
import type { Page } from './page.ts';
import { type Container, server } from './server.ts';

/** What blocks of a message or view get from the page: names, and ways to the app. */
export function blockContext(
  page: Page,
  container: Container,
): Pick<BlockContext, 'names' | 'act' | 'suggest' | 'upload'> {
  const { user } = page.place;
  return {
    names: page.names,
    act: (action) => void page.told(server.sendAction(user, container, action)),
    suggest: (block_id, action_id, value) =>
      server.suggest(user, container, { block_id, action_id, value }),
    upload: async (file) => {
      const sent = await readForSending(file);
      const reply = sent && (await page.told(server.uploadFile(user, sent)));
      return reply?.ok ? reply.file : undefined;
    },
  };
}

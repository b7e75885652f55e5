import type { Option } from '@slack/types';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BlockAction, Container, FileRecord } from '../../../wire.ts';
import { readForSending } from '../conversation/attachments.tsx';
import { usePage } from '../page.ts';
import { server } from '../server.ts';
import type { HeldValues } from './held-values.ts';

/** Where blocks stand, and what was chosen in them before. */
export interface BlockSetting {
  readonly container: Container;
  /** The channel that the person is in, which some menus start with. */
  readonly here: string;
  readonly held: HeldValues;
  /** The level of header blocks: one below the heading that the blocks stand under. */
  readonly headingLevel: 2 | 3;
  /** Errors of the last submission by block id. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

/** Where one element stands within its block. */
export interface Slot {
  readonly blockId: string;
  /** What screen readers call the element where it has no visible label. */
  readonly label: string;
  /** The id that a visible label refers to. */
  readonly id?: string;
  /** Ids of the hint and the error that belong to the element. */
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
  /** Whether a change is sent at once, or only with the whole form. */
  readonly dispatches: boolean;
}

/** The ways from blocks to the app. */
export interface ToApp {
  readonly act: (action: BlockAction) => void;
  /** Asks the app for the options that fit what was typed into a menu. */
  readonly suggest: (
    block_id: string,
    action_id: string,
    value: string,
  ) => Promise<readonly Option[]>;
  /** Uploads a file that was chosen in a form; undefined when it was refused. */
  readonly upload: (file: File) => Promise<FileRecord | undefined>;
}

export const BlockContext = createContext<BlockSetting | undefined>(undefined);

/** Where the blocks stand that a part belongs to. */
export function useBlocks(): BlockSetting {
  const setting = useContext(BlockContext);
  if (!setting) throw new Error('This part of a block is drawn outside of one.');
  return setting;
}

/** The ways to the app for what stands in a block. */
export function useApp(): ToApp {
  const page = usePage();
  const { container } = useBlocks();
  const { user } = page.place;
  return {
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

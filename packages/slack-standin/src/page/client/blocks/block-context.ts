import type { Option } from '@slack/types';
import type { Names } from '../people.ts';
import type { ElementValue, ElementValues, FileView } from '../state.ts';

/** What a person did to one element of a block. */
export interface BlockAction extends Omit<ElementValue, 'type'> {
  readonly block_id: string;
  readonly action_id: string;
  readonly element_type: string;
}

/** Where blocks stand: whose names they use, whom their actions go to, what was chosen before. */
export interface BlockContext {
  readonly names: Names;
  /** The channel that the person is in, which some selects start with. */
  readonly here: string;
  readonly act: (action: BlockAction) => void;
  /** Asks the app for the options that fit what was typed into a menu. */
  readonly suggest: (
    blockId: string,
    actionId: string,
    value: string,
  ) => Promise<readonly Option[]>;
  /** Uploads a file that was chosen in a form; undefined when it was refused. */
  readonly upload: (file: File) => Promise<FileView | undefined>;
  /** The level of header blocks: one below the heading that the blocks stand under. */
  readonly headingLevel: 2 | 3;
  /** Told of every element that holds a value, for collecting a modal's values. */
  readonly register?: (blockId: string, actionId: string, read: () => ElementValue) => void;
  /** Values from before the blocks were drawn anew; they win over initial ones. */
  readonly values?: ElementValues;
  /** Errors of the last submission by block id. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Where one element stands within its block. */
export interface ControlSlot {
  readonly blockId: string;
  /** What screen readers call the element where it has no visible label. */
  readonly label: string;
  /** The id that a visible label refers to. */
  readonly id?: string;
  /** Ids of the hint and the error that belong to the element. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly required?: boolean;
  /** Whether a change is sent at once, or only with the whole form. */
  readonly dispatch: boolean;
}

/** What was chosen or typed in this element before, if anything. */
export function rememberedValue(
  context: BlockContext,
  blockId: string,
  actionId: string,
): ElementValue | undefined {
  return context.values?.[blockId]?.[actionId];
}

let issued = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  issued += 1;
  return `field-${issued}`;
}

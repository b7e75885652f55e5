import type { FileInput } from '@slack/types';
import { drawAttachment, drawChooser } from '../conversation/attachments.ts';
import { element } from '../dom/element.ts';
import type { ElementValue, FileView } from '../state.ts';
import { type BlockContext, type ControlSlot, rememberedValue } from './block-context.ts';
import { fieldAttributes } from './field.ts';

/** Source: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const defaultMaxFiles = 10;

/** Draws a field for files: they are uploaded as they are chosen, and listed above its button. */
export function drawFileInput(
  input: FileInput,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const actionId = input.action_id ?? '';
  const most = input.max_files ?? defaultMaxFiles;
  const list = element('ul', { class: 'attachments', 'aria-label': 'Chosen files' });
  let chosen = rememberedValue(context, slot.blockId, actionId)?.files ?? [];
  const read = (): ElementValue => ({ type: input.type, files: chosen });
  context.register?.(slot.blockId, actionId, read);
  const show = (now: readonly FileView[]) => {
    chosen = now.slice(0, most);
    const remove = (file: FileView) => () => {
      show(chosen.filter((one) => one !== file));
      button.focus();
    };
    list.replaceChildren(...chosen.map((file) => drawAttachment(file, remove(file))));
    button.disabled = chosen.length >= most;
  };
  const upload = async (files: readonly File[]) => {
    const uploaded = await Promise.all(files.map(context.upload));
    show([...chosen, ...uploaded.filter((file) => file !== undefined)]);
  };
  const chooser = drawChooser(`${actionId}-files`, (files) => void upload(files));
  chooser.multiple = most > 1;
  chooser.accept = (input.filetypes ?? []).map((type) => `.${type}`).join(',');
  const attributes = { ...fieldAttributes(input, slot), type: 'button', class: 'button' };
  const button = element(
    'button',
    { ...attributes, onclick: () => chooser.click() },
    'Choose files',
  );
  show(chosen);
  return element('div', {}, list, button, chooser);
}

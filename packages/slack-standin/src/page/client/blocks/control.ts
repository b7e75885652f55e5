import type {
  ActionsBlockElement,
  ContextActionsBlock,
  InputBlock,
  SectionBlock,
} from '@slack/types';
import { element } from '../dom/element.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { drawButton, drawOverflow } from './button.ts';
import { drawChoices } from './choices.ts';
import { drawExternalSelect } from './external-select.ts';
import { drawFeedbackButtons, drawIconButton } from './feedback-buttons.ts';
import { drawFileInput } from './file-input.ts';
import { drawImageElement } from './image.ts';
import { drawSelect } from './select.ts';
import { drawTextField } from './text-field.ts';
import { drawUnsupported } from './unsupported.ts';

/** Every element that a block may hold besides text. */
export type ControlElement =
  | ActionsBlockElement
  | ContextActionsBlock['elements'][number]
  | InputBlock['element']
  | NonNullable<SectionBlock['accessory']>;

/** Draws one interactive element or image; one that the page does not know says so. */
export function drawControl(
  control: ControlElement,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  switch (control.type) {
    case 'button':
      return drawButton(control, slot, context);
    case 'overflow':
      return drawOverflow(control, slot, context);
    case 'static_select':
    case 'conversations_select':
    case 'channels_select':
    case 'users_select':
      return drawSelect(control, slot, context);
    case 'file_input':
      return drawFileInput(control, slot, context);
    case 'external_select':
      return drawExternalSelect(control, slot, context);
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return drawChoices(control, slot, context);
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return drawTextField(control, slot, context);
    case 'feedback_buttons':
      return drawFeedbackButtons(control, slot, context);
    case 'icon_button':
      return drawIconButton(control, slot, context) ?? element('span', { hidden: true });
    case 'image':
      return drawImageElement(control);
    default:
      return drawUnsupported('element', control.type);
  }
}

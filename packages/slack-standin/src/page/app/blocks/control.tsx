import type {
  ActionsBlockElement,
  ContextActionsBlock,
  InputBlock,
  SectionBlock,
} from '@slack/types';
import { ButtonElement, IconButtonElement, OverflowMenu } from './button.tsx';
import { Choices } from './choices.tsx';
import { ExternalSelectField } from './external-select.tsx';
import { Feedback } from './feedback.tsx';
import { FileField } from './file-input.tsx';
import { SmallImage } from './image.tsx';
import { Select } from './select.tsx';
import type { Slot } from './setting.ts';
import { TextField } from './text-field.tsx';
import { Unsupported } from './unsupported.tsx';

/** Every element that a block may hold besides text. */
export type ControlElement =
  | ActionsBlockElement
  | ContextActionsBlock['elements'][number]
  | InputBlock['element']
  | NonNullable<SectionBlock['accessory']>;

interface ControlProps {
  readonly control: ControlElement;
  readonly slot: Slot;
}

/** One interactive element or image; one that the page does not know says so. */
export function Control({ control, slot }: ControlProps) {
  switch (control.type) {
    case 'button':
      return <ButtonElement button={control} slot={slot} />;
    case 'overflow':
      return <OverflowMenu overflow={control} slot={slot} />;
    case 'static_select':
    case 'conversations_select':
    case 'channels_select':
    case 'users_select':
      return <Select select={control} slot={slot} />;
    case 'file_input':
      return <FileField input={control} slot={slot} />;
    case 'external_select':
      return <ExternalSelectField select={control} slot={slot} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <Choices group={control} slot={slot} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <TextField field={control} slot={slot} />;
    case 'feedback_buttons':
      return <Feedback feedback={control} slot={slot} />;
    case 'icon_button':
      return <IconButtonElement button={control} slot={slot} />;
    case 'image':
      return <SmallImage image={control} />;
    default:
      return <Unsupported what="element" type={control.type} />;
  }
}

import type { AlertBlock } from '@slack/types';
import { element } from '../dom/element.ts';
import { type IconName, icon } from '../dom/icon.ts';
import type { Names } from '../people.ts';
import { drawText } from './text-object.ts';

const looks: Readonly<Record<NonNullable<AlertBlock['level']>, [icon: IconName, name: string]>> = {
  default: ['info', 'Note'],
  info: ['info', 'Information'],
  warning: ['alert', 'Warning'],
  error: ['alert', 'Error'],
  success: ['check', 'Success'],
};

/** Draws a line that wants to be seen; how grave it is is said, not only shown by its colour. */
export function drawAlert({ level = 'default', text }: AlertBlock, names: Names): HTMLElement {
  const [sign, name] = looks[level];
  return element(
    'div',
    { class: `alert alert-${level}`, role: 'note', 'aria-label': name },
    icon(sign),
    element('div', {}, ...drawText(text, names)),
  );
}

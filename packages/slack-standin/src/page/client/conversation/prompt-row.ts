import { element } from '../dom/element.ts';
import { createKeyedList } from '../dom/keyed-list.ts';
import type { ChannelView } from '../state.ts';

/** The buttons above the message box that send what the app suggests. */
export interface PromptRow {
  readonly node: HTMLElement;
  /** Shows what the app suggests in this conversation, and nothing where it suggests nothing. */
  update(channel: ChannelView): void;
}

type Prompts = NonNullable<ChannelView['suggested_prompts']>;

/** Makes the row; `send` sends a prompt's message. */
export function createPromptRow(send: (text: string) => void): PromptRow {
  const node = element('div', { class: 'prompts', 'data-testid': 'prompts' });
  const draw = createKeyedList(node);
  return {
    node,
    update: ({ id, suggested_prompts: suggested }) => {
      const shown = suggested && suggested.prompts.length > 0 ? suggested : undefined;
      node.hidden = !shown;
      const signature = JSON.stringify(shown);
      draw(shown ? [{ key: id, signature, draw: () => drawPrompts(shown, send) }] : []);
    },
  };
}

function drawPrompts({ title, prompts }: Prompts, send: (text: string) => void): HTMLElement {
  const label = title || 'Suggested';
  const buttons = prompts.map(({ title: name, message }) => {
    const attributes = {
      type: 'button',
      class: 'button prompt',
      title: message,
      'data-testid': 'prompt',
      'data-focus-key': `prompt-${name}`,
    };
    return element('button', { ...attributes, onclick: () => send(message) }, name);
  });
  return element(
    'section',
    { 'aria-label': label },
    element('p', { class: 'prompts-title' }, label),
    element('ul', {}, ...buttons.map((button) => element('li', {}, button))),
  );
}

import type { TextObject } from '@slack/types';
import { withEmoji } from '../../../text/emoji.ts';
import { element } from '../dom/element.ts';
import type { Names } from '../people.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';
import { drawStretches } from './marked-nodes.ts';

/** The words of a plain text object; its emoji names are read unless it says otherwise. */
export function plainWords(text: { readonly text: string; readonly emoji?: boolean }): string {
  return text.emoji === false ? text.text : withEmoji(text.text);
}

/** Draws a text object: `mrkdwn` with its marks, plain text as it stands. */
export function drawText(text: TextObject, names: Names): HTMLElement[] {
  if (text.type === 'mrkdwn') {
    return drawStretches(parseMrkdwn(text.text, { verbatim: text.verbatim }), names);
  }
  return [element('p', { class: 'lines', dir: 'auto' }, plainWords(text))];
}

import { element } from '../dom/element.ts';

const hues = 8;

/** Draws somebody's initials on a colour that is theirs on every page. */
export function drawAvatar(id: string, name: string, isBot: boolean): HTMLElement {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
  const hue = [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % hues, 7);
  const look = isBot ? 'avatar-bot' : `avatar-${hue}`;
  return element('span', { class: `avatar ${look}`, 'aria-hidden': 'true' }, initials || '?');
}

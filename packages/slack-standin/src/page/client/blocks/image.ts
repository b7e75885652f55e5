import type { ImageBlock, ImageElement } from '@slack/types';
import { element } from '../dom/element.ts';
import { isWebAddress } from '../text/angle.ts';
import { plainWords } from './text-object.ts';

/** Draws a small image beside text. */
export function drawImageElement(image: ImageElement): HTMLElement {
  return drawPicture('image_url' in image ? image.image_url : undefined, image.alt_text);
}

/** Draws an image that stands alone, under its title. */
export function drawImageBlock(block: ImageBlock): HTMLElement {
  const address = 'image_url' in block ? block.image_url : undefined;
  return element(
    'figure',
    {},
    block.title && element('figcaption', {}, plainWords(block.title)),
    drawPicture(address, block.alt_text),
  );
}

function drawPicture(address: string | undefined, alt: string): HTMLElement {
  // Files that live in Slack have no address here; their description stands in for them.
  if (!address || !isWebAddress(address)) {
    return element('span', { class: 'missing-image', role: 'img', 'aria-label': alt }, alt);
  }
  const attributes = { class: 'image', src: address, alt, loading: 'lazy' };
  return element('img', { ...attributes, referrerpolicy: 'no-referrer' });
}

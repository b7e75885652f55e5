import type { ImageBlock, ImageElement } from '@slack/types';
import { isWebAddress } from '../text/angle.ts';
import { plainWords } from './marked.tsx';

/** A small image beside text. */
export function SmallImage({ image }: { readonly image: ImageElement }) {
  return <Picture address={addressOf(image)} alt={image.alt_text} />;
}

/** An image that stands alone, under its title. */
export function ImageFigure({ block }: { readonly block: ImageBlock }) {
  return (
    <figure>
      {block.title && <figcaption>{plainWords(block.title)}</figcaption>}
      <Picture address={addressOf(block)} alt={block.alt_text} />
    </figure>
  );
}

/** Files that live in Slack have no address here. */
function addressOf(image: ImageElement | ImageBlock): string | undefined {
  return 'image_url' in image ? image.image_url : undefined;
}

function Picture({ address, alt }: { readonly address: string | undefined; readonly alt: string }) {
  if (!address || !isWebAddress(address)) {
    return (
      <span class="missing-image" role="img" aria-label={alt}>
        {alt}
      </span>
    );
  }
  return <img class="image" src={address} alt={alt} loading="lazy" referrerpolicy="no-referrer" />;
}

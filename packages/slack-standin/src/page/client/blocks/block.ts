import type {
  ActionsBlock,
  ContextActionsBlock,
  ContextBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import { element } from '../dom/element.ts';
import { parseMarkdown } from '../text/parse-markdown.ts';
import { drawAlert } from './alert.ts';
import type { BlockContext } from './block-context.ts';
import { drawCard, drawCarousel } from './card.ts';
import { drawContainer } from './container.ts';
import { drawControl } from './control.ts';
import { drawImageBlock, drawImageElement } from './image.ts';
import { drawInputBlock } from './input-block.ts';
import { drawStretches } from './marked-nodes.ts';
import { drawRichText } from './rich-text.ts';
import { drawTable } from './table.ts';
import { drawText, plainWords } from './text-object.ts';
import { drawUnsupported } from './unsupported.ts';

/** Draws blocks one below the other; a kind that the page does not know is named in its place. */
export function drawBlocks(blocks: readonly KnownBlock[], context: BlockContext): HTMLElement[] {
  return blocks.map((block, index) => {
    const node = drawBlock(block, block.block_id ?? `block-${index}`, context);
    node.dataset.block = block.type;
    return node;
  });
}

function drawBlock(block: KnownBlock, blockId: string, context: BlockContext): HTMLElement {
  const { names } = context;
  switch (block.type) {
    case 'rich_text':
      return element('div', { class: 'block' }, drawRichText(block, names));
    case 'section':
      return drawSection(block, blockId, context);
    case 'header':
      return element(
        `h${context.headingLevel}`,
        { class: 'block header-block', dir: 'auto' },
        plainWords(block.text),
      );
    case 'divider':
      return element('hr', { class: 'block' });
    case 'context':
      return drawContext(block, context);
    case 'actions':
    case 'context_actions':
      return drawActions(block, blockId, context);
    case 'image':
      return element('div', { class: 'block' }, drawImageBlock(block));
    case 'input':
      return drawInputBlock(block, blockId, context);
    case 'markdown':
      return element('div', { class: 'block' }, ...drawStretches(parseMarkdown(block.text), names));
    case 'table':
      return element('div', { class: 'block' }, drawTable(block, names));
    case 'alert':
      return element('div', { class: 'block' }, drawAlert(block, names));
    case 'card':
      return element('div', { class: 'block' }, drawCard(block, blockId, context));
    case 'carousel':
      return element('div', { class: 'block' }, drawCarousel(block, blockId, context));
    case 'container': {
      const children = drawBlocks(block.child_blocks, context);
      return element('div', { class: 'block' }, drawContainer(block, children, context));
    }
    default:
      return element('div', { class: 'block' }, drawUnsupported('block', block.type));
  }
}

function drawSection(block: SectionBlock, blockId: string, context: BlockContext): HTMLElement {
  const text = block.text ? drawText(block.text, context.names) : [];
  const fields = (block.fields ?? []).map((field) =>
    element('div', { class: 'section-field' }, ...drawText(field, context.names)),
  );
  const label = (block.text?.text ?? '').replace(/[*_~`<>]/g, '').slice(0, 60);
  const slot = { blockId, label, dispatch: true };
  return element(
    'div',
    { class: 'block section-block' },
    element(
      'div',
      { class: 'section-text' },
      ...text,
      fields.length > 0 && element('div', { class: 'section-fields' }, ...fields),
    ),
    block.accessory &&
      element('div', { class: 'accessory' }, drawControl(block.accessory, slot, context)),
  );
}

function drawActions(
  block: ActionsBlock | ContextActionsBlock,
  blockId: string,
  context: BlockContext,
): HTMLElement {
  const controls = block.elements.map((control) =>
    drawControl(control, { blockId, label: labelOf(control), dispatch: true }, context),
  );
  return element('div', { class: `block ${block.type.replace('_', '-')}-block` }, ...controls);
}

function drawContext(block: ContextBlock, { names }: BlockContext): HTMLElement {
  const parts = block.elements.map((part) =>
    part.type === 'image'
      ? drawImageElement(part)
      : element('div', { class: 'context-text' }, ...drawText(part, names)),
  );
  return element('div', { class: 'block context-block' }, ...parts);
}

/** Elements of an actions block have no label of their own: the placeholder comes nearest. */
function labelOf(control: Parameters<typeof drawControl>[0]): string {
  if ('placeholder' in control && control.placeholder) return plainWords(control.placeholder);
  return 'action_id' in control && control.action_id && control.type !== 'overflow'
    ? control.action_id.replaceAll('_', ' ')
    : '';
}

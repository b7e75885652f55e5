import type {
  ActionsBlock,
  ContextActionsBlock,
  ContextBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import type { ComponentChildren } from 'preact';
import { parseMarkdown } from '../text/parse-markdown.ts';
import { Control, type ControlElement } from './control.tsx';
import { Alert, Card, Carousel, Container, Table } from './frames.tsx';
import { ImageFigure, SmallImage } from './image.tsx';
import { LabelledField } from './input-block.tsx';
import { plainWords, Stretches, TextObject } from './marked.tsx';
import { RichText } from './rich-text.tsx';
import { useBlocks } from './setting.ts';
import { Unsupported } from './unsupported.tsx';

/** Blocks one below the other; a kind that the page does not know is named in its place. */
export function Blocks({ blocks }: { readonly blocks: readonly KnownBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => {
        const id = block.block_id ?? `block-${index}`;
        return <Block key={id} block={block} blockId={id} />;
      })}
    </>
  );
}

interface BlockProps<B extends KnownBlock = KnownBlock> {
  readonly block: B;
  readonly blockId: string;
}

function Block({ block, blockId }: BlockProps) {
  switch (block.type) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'header':
      return <Header words={plainWords(block.text)} />;
    case 'divider':
      return <hr class="block" data-block="divider" />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} blockId={blockId} />;
    case 'input':
      return <LabelledField block={block} blockId={blockId} />;
    default:
      return (
        <div class="block" data-block={block.type}>
          <Content block={block} blockId={blockId} />
        </div>
      );
  }
}

type Framed = Exclude<
  KnownBlock,
  { type: 'section' | 'header' | 'divider' | 'context' | 'actions' | 'context_actions' | 'input' }
>;

function Content({ block, blockId }: BlockProps<Framed>): ComponentChildren {
  switch (block.type) {
    case 'rich_text':
      return <RichText block={block} />;
    case 'image':
      return <ImageFigure block={block} />;
    case 'markdown':
      return <Stretches of={parseMarkdown(block.text)} />;
    case 'table':
      return <Table block={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'card':
      return <Card card={block} blockId={blockId} />;
    case 'carousel':
      return <Carousel block={block} blockId={blockId} />;
    case 'container':
      return (
        <Container block={block}>
          <Blocks blocks={block.child_blocks} />
        </Container>
      );
    default:
      return <Unsupported what="block" type={block.type} />;
  }
}

function Header({ words }: { readonly words: string }) {
  const Heading = `h${useBlocks().headingLevel}` as const;
  return (
    <Heading class="block header-block" dir="auto" data-block="header">
      {words}
    </Heading>
  );
}

function Section({ block, blockId }: BlockProps<SectionBlock>) {
  const { text, fields = [], accessory } = block;
  const label = (text?.text ?? '').replace(/[*_~`<>]/g, '').slice(0, 60);
  return (
    <div class="block section-block" data-block="section">
      <div class="section-text">
        {text && <TextObject text={text} />}
        {fields.length > 0 && (
          <div class="section-fields">
            {fields.map((field) => (
              <div class="section-field">
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          <Control control={accessory} slot={{ blockId, label, dispatches: true }} />
        </div>
      )}
    </div>
  );
}

function Actions({ block, blockId }: BlockProps<ActionsBlock | ContextActionsBlock>) {
  return (
    <div class={`block ${block.type.replace('_', '-')}-block`} data-block={block.type}>
      {block.elements.map((control, index) => (
        <Control
          key={'action_id' in control ? control.action_id : index}
          control={control}
          slot={{ blockId, label: labelOf(control), dispatches: true }}
        />
      ))}
    </div>
  );
}

function Context({ block }: { readonly block: ContextBlock }) {
  return (
    <div class="block context-block" data-block="context">
      {block.elements.map((part) =>
        part.type === 'image' ? (
          <SmallImage image={part} />
        ) : (
          <div class="context-text">
            <TextObject text={part} />
          </div>
        ),
      )}
    </div>
  );
}

/** Elements of an actions block have no label of their own: the placeholder comes nearest. */
function labelOf(control: ControlElement): string {
  if ('placeholder' in control && control.placeholder) return plainWords(control.placeholder);
  return 'action_id' in control && control.action_id && control.type !== 'overflow'
    ? control.action_id.replaceAll('_', ' ')
    : '';
}

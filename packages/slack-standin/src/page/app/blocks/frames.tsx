import type {
  AlertBlock,
  CardBlock,
  CarouselBlock,
  ContainerBlock,
  TableBlock,
} from '@slack/types';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../dom/icon.tsx';
import { ButtonElement } from './button.tsx';
import { SmallImage } from './image.tsx';
import { TextObject } from './marked.tsx';
import { RichText } from './rich-text.tsx';

const looks: Readonly<Record<NonNullable<AlertBlock['level']>, [icon: IconName, name: string]>> = {
  default: ['info', 'Note'],
  info: ['info', 'Information'],
  warning: ['alert', 'Warning'],
  error: ['alert', 'Error'],
  success: ['check', 'Success'],
};

/** A line that wants to be seen; how grave it is is said, not only shown by its colour. */
export function Alert({ block: { level = 'default', text } }: { readonly block: AlertBlock }) {
  const [sign, name] = looks[level];
  return (
    <div class={`alert alert-${level}`} role="note" aria-label={name}>
      <Icon name={sign} />
      <div>
        <TextObject text={text} />
      </div>
    </div>
  );
}

/** A card: a picture, a title with an icon, a few words, and what can be done. */
export function Card({ card, blockId }: { readonly card: CardBlock; readonly blockId: string }) {
  const { actions = [] } = card;
  const slot = { blockId, label: '', dispatches: true };
  return (
    <article class="card" data-testid="card">
      {card.hero_image && (
        <div class="card-hero">
          <SmallImage image={card.hero_image} />
        </div>
      )}
      <div class="card-body">
        <div class="card-head">
          {card.icon && <SmallImage image={card.icon} />}
          <div>
            {card.title && (
              <div class="card-title">
                <TextObject text={card.title} />
              </div>
            )}
            {card.subtitle && (
              <small>
                <TextObject text={card.subtitle} />
              </small>
            )}
          </div>
        </div>
        {card.body && <TextObject text={card.body} />}
        {actions.length > 0 && (
          <div class="actions-block">
            {actions.map((button) => (
              <ButtonElement key={button.action_id} button={button} slot={slot} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

interface CarouselProps {
  readonly block: CarouselBlock;
  readonly blockId: string;
}

/** Cards side by side, which scroll by themselves where there is no room for all. */
export function Carousel({ block, blockId }: CarouselProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse.
    <ul class="carousel" aria-label="Cards" tabIndex={0}>
      {block.elements.map((card, index) => {
        const id = card.block_id ?? `${blockId}-${index}`;
        return (
          <li key={id}>
            <Card card={card} blockId={id} />
          </li>
        );
      })}
    </ul>
  );
}

interface ContainerProps {
  readonly block: ContainerBlock;
  readonly children: ComponentChildren;
}

/** A titled frame around blocks, which can be folded where the app wants that. */
export function Container({ block, children }: ContainerProps) {
  const { title, rich_text_title: richTitle, subtitle } = block;
  const head = (
    <div class="card-head">
      {block.icon && <SmallImage image={block.icon} />}
      <div class="card-title">
        {richTitle ? <RichText block={richTitle} /> : title && <TextObject text={title} />}
        {subtitle && (
          <small>
            <TextObject text={subtitle} />
          </small>
        )}
      </div>
    </div>
  );
  const body = <div class="container-body">{children}</div>;
  const look = `container container-${block.width ?? 'standard'}`;
  if (!block.is_collapsible) {
    return (
      <section class={`${look} ${block.has_header_divider ? 'divided' : ''}`}>
        {head}
        {body}
      </section>
    );
  }
  return (
    <details class={look} open={!block.default_collapsed}>
      <summary>{head}</summary>
      {body}
    </details>
  );
}

type Cell = TableBlock['rows'][number][number];

/** A table; its first row heads the columns, and a wide one scrolls by itself. */
export function Table({ block }: { readonly block: TableBlock }) {
  const [head = [], ...rows] = block.rows;
  const look = (column: number) => {
    const { align = 'left', is_wrapped = false } = block.column_settings?.[column] ?? {};
    return `align-${align} ${is_wrapped ? 'wrapped' : ''}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse.
    <section class="table-scroller" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={look(column)}>
                {drawCell(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={look(column)}>{drawCell(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function drawCell(cell: Cell) {
  return cell.type === 'rich_text' ? (
    <RichText block={cell} />
  ) : (
    <span dir="auto">{cell.text}</span>
  );
}

import {
  all,
  type Check,
  fields,
  flag,
  isObject,
  list,
  number,
  oneOf,
  string,
  typed,
} from './check.ts';
import { plainText, textObject } from './composition.ts';
import { actionElements, contextActionElements, imageElement } from './elements.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';

const named = { block_id: string({ max: limits.blockId }) };

/** Refuses an object that has none of some fields. */
function oneAtLeast(...names: readonly string[]): Check {
  return (value, at, report) => {
    if (!isObject(value) || names.some((name) => value[name] !== undefined)) return;
    const message = `must define at least one of: ${names.join(', ')}`;
    report({ pointer: at, message, constraint: 'required' });
  };
}

const tableCell = typed({
  raw_text: fields({ text: string() }),
  raw_number: fields({ value: number({ whole: false }), text: string() }),
  rich_text: richText,
});

const table = fields(
  { rows: list(list(tableCell, { max: limits.tableColumns }), { max: limits.tableRows }) },
  {
    ...named,
    column_settings: list(
      fields({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }),
      { max: limits.tableColumns },
    ),
  },
);

const card = all(
  fields(
    {},
    {
      ...named,
      hero_image: typed({ image: imageElement }),
      icon: typed({ image: imageElement }),
      title: textObject(limits.cardTitle),
      subtitle: textObject(limits.cardTitle),
      body: textObject(limits.cardBody),
      actions: list(typed({ button: actionElements.button as Check }), { max: limits.cardActions }),
    },
  ),
  oneAtLeast('hero_image', 'title', 'actions', 'body'),
);

/**
 * Blocks that stand in messages and nowhere else, `card` and the like included: their pages do not
 * say where they may stand, and this is the stricter reading.
 */
export const messageOnly: Record<string, Check> = {
  context_actions: fields(
    { elements: list(typed(contextActionElements), { max: limits.contextActionsElements }) },
    named,
  ),
  markdown: fields({ text: string({ max: limits.markdown }) }, named),
  table,
  alert: fields(
    { text: textObject(limits.alert) },
    { ...named, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: fields({ elements: list(typed({ card }), { max: limits.carouselCards }) }, named),
};

/** A container around blocks, which may be of some kinds only. Source: https://docs.slack.dev/reference/block-kit/blocks/container-block */
export function container(everywhere: Readonly<Record<string, Check>>): Check {
  const { rich_text, section, header, divider, context, actions, image, input } = everywhere;
  const kinds = { rich_text, section, header, divider, context, actions, image, input, table };
  const child = typed(kinds as Record<string, Check>);
  return all(
    fields(
      { child_blocks: list(child, { max: limits.containerBlocks }) },
      {
        ...named,
        title: plainText(limits.containerTitle),
        rich_text_title: typed({ rich_text: richText }),
        subtitle: textObject(limits.containerTitle),
        icon: typed({ image: imageElement }),
        width: oneOf('narrow', 'standard', 'wide', 'full'),
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
    oneAtLeast('title', 'rich_text_title'),
  );
}

import { all, type Check, fields, flag, list, string, typed } from './check.ts';
import { either, imageSource, plainText, textObject } from './composition.ts';
import { actionElements, fileInput, imageElement, inputElements } from './elements.ts';
import { limits } from './limits.ts';
import { container, messageOnly } from './message-blocks.ts';
import { richText } from './rich-text.ts';

const named = { block_id: string({ max: limits.blockId }) };

const section: Check = (value, at, report) => {
  fields(
    {},
    {
      ...named,
      text: textObject(limits.text),
      fields: list(textObject(limits.sectionField), { max: limits.sectionFields }),
      accessory: typed({ ...actionElements, image: imageElement }),
      expand: flag,
    },
  )(value, at, report);
  const { text, fields: columns } = value as { text?: unknown; fields?: unknown };
  if (text === undefined && columns === undefined) {
    const message = 'must define either `text` or `fields`';
    report({ pointer: at, message, constraint: 'required' });
  }
};

function inputOf(elements: Readonly<Record<string, Check>>): Check {
  return fields(
    { label: plainText(limits.inputLabel), element: typed(elements) },
    { ...named, hint: plainText(limits.inputHint), optional: flag, dispatch_action: flag },
  );
}

/** Blocks that every surface shows. Source: https://docs.slack.dev/reference/block-kit/blocks */
const everywhere: Record<string, Check> = {
  section,
  header: fields({ text: plainText(limits.header) }, named),
  divider: fields({}, named),
  context: fields(
    {
      elements: list(
        typed({
          image: imageElement,
          plain_text: textObject(limits.text),
          mrkdwn: textObject(limits.text),
        }),
        { max: limits.contextElements },
      ),
    },
    named,
  ),
  actions: fields(
    {
      elements: list(
        typed({ ...actionElements, rich_text_input: inputElements.rich_text_input as Check }),
        { max: limits.actionsElements },
      ),
    },
    named,
  ),
  image: all(
    fields(
      { alt_text: string({ max: limits.imageAlt }) },
      { ...named, ...imageSource, title: plainText(limits.imageTitle) },
    ),
    either('image_url', 'slack_file'),
  ),
  input: inputOf(inputElements),
  rich_text: richText,
};

/** One block of a message. */
export const messageBlock: Check = typed({
  ...everywhere,
  ...messageOnly,
  container: container(everywhere),
});

/** One block of a modal or Home tab. */
export const viewBlock: Check = typed({
  ...everywhere,
  input: inputOf({ ...inputElements, file_input: fileInput }),
});

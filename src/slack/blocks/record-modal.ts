import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type FormField, formFields, typedOf } from '../../additions/record-form.ts';
import type { Article } from '../../library/article.ts';
import { additionTexts } from '../../texts/additions.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { shorten } from '../text.ts';
import { option } from './block-kit.ts';

/** The name of the input that says what stays in brackets; all others are named as their fields. */
export const inferredInput = 'inferred';

/** Which form a record is in, and what comes back with it. */
export interface RecordForm {
  readonly callback: string;
  /** Refers to what is corrected; Slack keeps it with the form. */
  readonly metadata: string;
}

/** Longest input of each kind, in characters; the reader of records tells the rest. */
const [maxLine, maxLines] = [1000, 3000];

/** Fields with several names, one a line. */
const listed = new Set<FormField>(['authors', 'authorsRomanised', 'organisations']);

const hints: Readonly<Partial<Record<FormField, Message>>> = {
  authors: texts.oneALine,
  authorsRomanised: texts.oneALine,
  organisations: texts.organisationsHint,
  published: texts.dateForm,
  language: texts.languageForm,
};

/** A form with every field of an article's record. */
export function recordModal(article: Article, form: RecordForm, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: form.callback,
    private_metadata: form.metadata,
    title: { type: 'plain_text', text: shorten(say(texts.correctRecord), 24) },
    submit: { type: 'plain_text', text: say(texts.save) },
    close: { type: 'plain_text', text: say(texts.cancel) },
    blocks: [
      ...formFields.map((field) => fieldInput(article, field, say)),
      ...inferredInputs(article, say),
    ],
  };
}

function fieldInput(article: Article, field: FormField, say: Say): KnownBlock {
  const value = typedOf(article)[field];
  const hint = hints[field];
  return {
    type: 'input',
    block_id: field,
    optional: field !== 'title' && field !== 'language' && field !== 'text',
    label: { type: 'plain_text', text: say(additionTexts[field]) },
    ...(hint && { hint: { type: 'plain_text', text: say(hint) } }),
    element: field === 'text' ? textKind(article, say) : lines(field, value),
  };
}

function lines(field: FormField, value: string): InputBlock['element'] {
  const max = listed.has(field) ? maxLines : maxLine;
  return {
    type: 'plain_text_input',
    action_id: field,
    multiline: listed.has(field),
    max_length: max,
    ...(value !== '' && { initial_value: value.slice(0, max) }),
  };
}

function textKind({ text }: Article, say: Say): InputBlock['element'] {
  const options = (['original', 'brief'] as const).map((kind) =>
    option(shorten(say(additionTexts[kind]), 75), kind),
  );
  const chosen = options.find(({ value }) => value === text);
  return {
    type: 'static_select',
    action_id: 'text',
    options,
    ...(chosen && { initial_option: chosen }),
  };
}

function inferredInputs({ inferred }: Article, say: Say): KnownBlock[] {
  if (inferred.length === 0) return [];
  const options = inferred.map((field) => option(say(additionTexts[field]), field));
  return [
    {
      type: 'input',
      block_id: inferredInput,
      optional: true,
      label: { type: 'plain_text', text: say(texts.inferred) },
      element: { type: 'checkboxes', action_id: inferredInput, options, initial_options: options },
    },
  ];
}

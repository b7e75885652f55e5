import type { WebClient } from '@slack/web-api';
import type { Librarians, NoLibrarian } from '../../additions/librarians.ts';
import { type FormField, formFields, readForm, typedOf } from '../../additions/record-form.ts';
import type { Article, InferableField } from '../../library/article.ts';
import type { PersonRef } from '../../questions/people.ts';
import { additionTexts } from '../../texts/additions.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Say } from '../../texts/say.ts';
import { noticeModal, plain, richText, section } from '../blocks/block-kit.ts';
import { everybody } from '../blocks/people-elements.ts';
import { inferredInput } from '../blocks/record-modal.ts';
import { shorten } from '../text.ts';

/** How a person who may not keep the library is told so. */
interface Telling {
  readonly client: WebClient;
  readonly trigger: string;
  /** Whether a modal is open already. */
  readonly isInView?: boolean;
}

/** Whether a person may change the library; one who may not is told in a modal who may. */
export async function mayKeep(
  person: PersonRef,
  { client, trigger, isInView = false }: Telling,
  { librarians }: { readonly librarians: Librarians },
  say: Say,
): Promise<boolean> {
  const refusal = await librarians.refusalOf(person);
  if (!refusal) return true;
  const opening = { trigger_id: trigger, view: refusalModal(refusal, librarians, say) };
  await (isInView ? client.views.push(opening) : client.views.open(opening));
  return false;
}

/** Says who may change the library. */
export function refusalModal({ reason }: NoLibrarian, { listed }: Librarians, say: Say) {
  const elements =
    reason === 'not listed'
      ? everybody(say, additionTexts.librariansOnly, listed)
      : [plain(say(reason))];
  return {
    ...noticeModal(say(texts.notForYou), '', say),
    blocks: [richText(section(...elements))],
  };
}

/** What a form holds, as Slack sends it; it may come from anybody. */
type SubmittedValues = Readonly<Record<string, Readonly<Record<string, SubmittedValue>>>>;

interface SubmittedValue {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
}

/** Longest message below an input, in characters. */
const maxMessage = 300;

/** The article with the record that was typed, or what is wrong under which input. */
export function readTypedRecord(
  before: Article,
  values: object,
): { readonly article: Article } | { readonly errors: Record<string, string> } {
  const submitted = values as SubmittedValues;
  const inputOf = (name: string) => submitted[name]?.[name];
  const shown = typedOf(before);
  const typed = Object.fromEntries(
    formFields.map((field) => {
      const input = inputOf(field);
      const value = input?.selected_option?.value ?? input?.value ?? '';
      return [field, input === undefined ? shown[field] : value];
    }),
  ) as Record<FormField, string>;
  const kept = inputOf(inferredInput)?.selected_options;
  const inferred = kept
    ? (kept.map(({ value }) => value) as InferableField[]).filter((field) =>
        before.inferred.includes(field),
      )
    : before.inferred;
  const read = readForm(before, { typed, inferred });
  if ('article' in read) return read;
  const problems = Object.entries(read.problems);
  return {
    errors: Object.fromEntries(problems.map(([name, text]) => [name, shorten(text, maxMessage)])),
  };
}

import { readTime, readZone } from '../../digests/settings.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import { digestInputs } from '../blocks/digest-modal.ts';

/** What a form holds, as Slack sends it; it may come from anybody. */
export type SubmittedValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly { readonly value?: string }[];
        }
      >
    >
  >
>;

/** A form that was read, or what is wrong under which input. */
export type ReadForm =
  | { readonly status: 'on' | 'off'; readonly settings: DigestSettings }
  | { readonly errors: Record<string, string> };

/** Reads the form of a channel's digests; topics are left to those who know the search syntax. */
export function readDigestForm(values: SubmittedValues): ReadForm {
  const chosen = (id: string) => values[id]?.[id]?.selected_option?.value ?? '';
  const errors: Record<string, string> = {};
  const time = readTime(chosen(digestInputs.time));
  const zone = readZone(chosen(digestInputs.zone));
  const days = values[digestInputs.weekdays]?.[digestInputs.weekdays]?.selected_options ?? [];
  const weekdays = days.map(({ value }) => Number(value)).sort((a, b) => a - b);
  const passages = Number(chosen(digestInputs.passages));
  if ('problem' in time) errors[digestInputs.time] = time.problem;
  if ('problem' in zone) errors[digestInputs.zone] = zone.problem;
  if (weekdays.length === 0 || !weekdays.every((day) => [1, 2, 3, 4, 5, 6, 7].includes(day))) {
    errors[digestInputs.weekdays] = 'Choose one weekday at least.';
  }
  if (![1, 2, 3, 4, 5].includes(passages)) errors[digestInputs.passages] = 'Choose 1 to 5.';
  if (!('time' in time) || !('zone' in zone) || Object.keys(errors).length > 0) return { errors };
  const topics = values[digestInputs.topics]?.[digestInputs.topics]?.value?.trim() ?? '';
  return {
    status: chosen(digestInputs.status) === 'off' ? 'off' : 'on',
    settings: { time: time.time, zone: zone.zone, weekdays, topics, passages },
  };
}

import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { defaultSettings, quarters, zones } from '../../digests/settings.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import { ids } from '../ids.ts';
import { option, plain, richText, section } from './block-kit.ts';

/** Names of the inputs, as the submission holds them: block and action are the same. */
export const digestInputs = {
  status: 'digest_status',
  time: 'digest_time',
  zone: 'digest_zone',
  weekdays: 'digest_weekdays',
  topics: 'digest_topics',
  passages: 'digest_passages',
} as const;

/** What the form shows at first. */
export interface DigestForm extends Omit<DigestSettings, 'zone'> {
  readonly channel: string;
  readonly status: 'on' | 'off';
  /** Undefined where nobody can say; then it has to be chosen. */
  readonly zone: string | undefined;
  /** A line above the form. */
  readonly state: string;
}

/** The form for a channel's digests. */
export function digestModal(form: DigestForm): ModalView {
  return {
    type: 'modal',
    callback_id: ids.digestModal,
    private_metadata: form.channel,
    title: { type: 'plain_text', text: 'Daily digest' },
    submit: { type: 'plain_text', text: 'Save' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      richText(section(plain('For '), placeOf(form.channel), plain(`. ${form.state}`))),
      statusInput(form.status),
      timeInput(form.time),
      zoneInput(form.zone),
      weekdaysInput(form.weekdays),
      topicsInput(form.topics),
      passagesInput(form.passages),
    ],
  };
}

function placeOf(
  channel: string,
): { type: 'channel'; channel_id: string } | { type: 'text'; text: string } {
  return channel.startsWith('D')
    ? { type: 'text', text: 'our conversation' }
    : { type: 'channel', channel_id: channel };
}

function input(
  id: string,
  label: string,
  element: InputBlock['element'],
  more: { readonly optional?: boolean; readonly hint?: string } = {},
): KnownBlock {
  const { optional = false, hint } = more;
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label },
    element: { ...element, action_id: id } as InputBlock['element'],
    optional,
    ...(hint && { hint: { type: 'plain_text', text: hint } }),
  };
}

function statusInput(status: DigestForm['status']): KnownBlock {
  const options = [option('On', 'on'), option('Off', 'off')];
  const [on, off] = options;
  return input(digestInputs.status, 'Digest', {
    type: 'radio_buttons',
    options,
    initial_option: status === 'on' ? on : off,
  } as InputBlock['element']);
}

function timeInput(time: string): KnownBlock {
  return input(digestInputs.time, 'Local time', {
    type: 'static_select',
    options: quarters.map((quarter) => option(quarter, quarter)),
    initial_option: option(time, time),
  });
}

/** Slack takes 100 options a group; the regions of the world have fewer, but for one. */
const groupSize = 100;

function zoneInput(zone: string | undefined): KnownBlock {
  const known = zone === undefined || zones.includes(zone) ? zones : [zone, ...zones];
  const regions = new Map<string, string[]>();
  for (const name of known) {
    const [region = name] = name.split('/');
    regions.set(region, [...(regions.get(region) ?? []), name]);
  }
  const groups = [...regions].flatMap(([region, names]) => {
    const parts = Math.ceil(names.length / groupSize);
    return Array.from({ length: parts }, (_, part) => ({
      label: { type: 'plain_text' as const, text: parts > 1 ? `${region} ${part + 1}` : region },
      options: names
        .slice(part * groupSize, (part + 1) * groupSize)
        .map((name) => option(name, name)),
    }));
  });
  return input(digestInputs.zone, 'Time zone', {
    type: 'static_select',
    option_groups: groups,
    placeholder: { type: 'plain_text', text: 'Type a city' },
    ...(zone && { initial_option: option(zone, zone) }),
  });
}

function weekdaysInput(weekdays: readonly number[]): KnownBlock {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const options = names.map((name, index) => option(name, String(index + 1)));
  return input(digestInputs.weekdays, 'On', {
    type: 'checkboxes',
    options,
    initial_options: options.filter(({ value }) => weekdays.includes(Number(value))),
  } as InputBlock['element']);
}

function topicsInput(topics: string): KnownBlock {
  return input(
    digestInputs.topics,
    'About',
    {
      type: 'plain_text_input',
      max_length: 500,
      placeholder: { type: 'plain_text', text: 'energy, "dual freeze", publisher:CNN' },
      ...(topics && { initial_value: topics }),
    },
    {
      optional: true,
      hint: 'Words, phrases and filters as in questions; commas between topics. Empty: everything.',
    },
  );
}

function passagesInput(passages: number): KnownBlock {
  const options = [1, 2, 3, 4, 5].map((number) => option(String(number), String(number)));
  return input(digestInputs.passages, 'Passages, at most', {
    type: 'static_select',
    options,
    initial_option: option(String(passages ?? defaultSettings.passages), String(passages)),
  });
}

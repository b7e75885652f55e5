import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { quarters } from '../../digests/settings.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import { zones } from '../../digests/zones.ts';
import { weekdayName } from '../../language/calendar.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, option, plain, richText, said, section } from './block-kit.ts';

/** Names of the inputs, as the submission holds them: block and action are the same. */
export const digestInputs = {
  status: 'digest_status',
  rhythm: 'digest_rhythm',
  time: 'digest_time',
  zone: 'digest_zone',
  weekdays: 'digest_weekdays',
  topics: 'digest_topics',
  passages: 'digest_passages',
  archive: 'digest_archive',
} as const;

/** What the form shows at first. */
export interface DigestForm extends Omit<DigestSettings, 'zone'> {
  readonly channel: string;
  readonly status: 'on' | 'off';
  /** Undefined where nobody can say; then it has to be chosen. */
  readonly zone: string | undefined;
  /** A line above the form. */
  readonly state: string;
  /** What of an order in words was not understood. */
  readonly problems: readonly string[];
}

/** The form for a channel's digests. */
export function digestModal(form: DigestForm, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: ids.digestModal,
    private_metadata: form.channel,
    title: { type: 'plain_text', text: say(texts.modalTitle) },
    submit: { type: 'plain_text', text: say(texts.save) },
    close: { type: 'plain_text', text: say(texts.cancel) },
    blocks: [
      ...problemBlocks(form.problems, say),
      richText(
        section(
          ...said(say, texts.formFor, { place: placeOf(form.channel, say), state: form.state }),
        ),
      ),
      statusInput(form.status, say),
      rhythmInput(form.rhythm, say),
      weekdaysInput(form.weekdays, say),
      timeInput(form.time, say),
      zoneInput(form.zone, say),
      topicsInput(form.topics, say),
      passagesInput(form.passages, say),
      archiveInput(form.archive, say),
    ],
  };
}

const maxProblemLength = 500;

function problemBlocks(problems: readonly string[], say: Say): KnownBlock[] {
  if (problems.length === 0) return [];
  const lines = problems.map((problem) => `${shorten(problem, maxProblemLength)}\n`);
  return [richText(section(...lines.map(bold), plain(say(texts.formUnread))))];
}

function placeOf(channel: string, say: Say) {
  return channel.startsWith('D')
    ? { type: 'text' as const, text: say(texts.ourConversation) }
    : { type: 'channel' as const, channel_id: channel };
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

function radioInput(
  id: string,
  label: string,
  options: readonly ReturnType<typeof option>[],
  chosen: string,
): KnownBlock {
  return input(id, label, {
    type: 'radio_buttons',
    options,
    initial_option: options.find(({ value }) => value === chosen),
  } as InputBlock['element']);
}

function statusInput(status: DigestForm['status'], say: Say): KnownBlock {
  const options = [option(say(texts.on), 'on'), option(say(texts.off), 'off')];
  return radioInput(digestInputs.status, say(texts.inputStatus), options, status);
}

function rhythmInput(rhythm: DigestForm['rhythm'], say: Say): KnownBlock {
  const options = [option(say(texts.rhythmTimes), 'times'), option(say(texts.rhythmNews), 'news')];
  return radioInput(digestInputs.rhythm, say(texts.inputRhythm), options, rhythm);
}

function timeInput(time: string, say: Say): KnownBlock {
  return input(digestInputs.time, say(texts.inputTime), {
    type: 'static_select',
    options: quarters.map((quarter) => option(quarter, quarter)),
    initial_option: option(time, time),
  });
}

/** Slack takes 100 options a group; the regions of the world have fewer, but for one. */
const groupSize = 100;

function zoneInput(zone: string | undefined, say: Say): KnownBlock {
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
  return input(digestInputs.zone, say(texts.inputZone), {
    type: 'static_select',
    option_groups: groups,
    placeholder: { type: 'plain_text', text: say(texts.zonePlaceholder) },
    ...(zone && { initial_option: option(zone, zone) }),
  });
}

function weekdaysInput(weekdays: readonly number[], say: Say): KnownBlock {
  const options = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    option(weekdayName(day, say.locale), String(day)),
  );
  return input(digestInputs.weekdays, say(texts.inputDays), {
    type: 'checkboxes',
    options,
    initial_options: options.filter(({ value }) => weekdays.includes(Number(value))),
  } as InputBlock['element']);
}

function topicsInput(topics: string, say: Say): KnownBlock {
  return input(
    digestInputs.topics,
    say(texts.inputTopics),
    {
      type: 'plain_text_input',
      max_length: 500,
      placeholder: { type: 'plain_text', text: 'energy, "dual freeze", publisher:CNN' },
      ...(topics && { initial_value: topics }),
    },
    { optional: true, hint: say(texts.topicsHint) },
  );
}

function passagesInput(passages: number, say: Say): KnownBlock {
  const options = [1, 2, 3, 4, 5].map((number) => option(String(number), String(number)));
  return input(digestInputs.passages, say(texts.inputPassages), {
    type: 'static_select',
    options,
    initial_option: option(String(passages), String(passages)),
  });
}

function archiveInput(archive: boolean, say: Say): KnownBlock {
  const options = [option(say(texts.archiveOption), 'archive')];
  const element = {
    type: 'checkboxes',
    options,
    ...(archive && { initial_options: options }),
  } as InputBlock['element'];
  return input(digestInputs.archive, say(texts.inputArchive), element, { optional: true });
}

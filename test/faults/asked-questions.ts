import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack, Message, Saying } from 'slack-standin';

/** Where a question was asked; a share asks for an answer to be posted for all. */
export type Surface = 'command' | 'mention' | 'thread' | 'direct message' | 'share';

/** A question of the run, known again by the mark in its text. */
export interface AskedQuestion {
  readonly mark: string;
  readonly on: Surface;
  readonly channel: string;
  /** Of a command or a click: whether Slack showed the person that the bot took it. */
  accepted: boolean;
  /** Of a message: its channel and ts. */
  message?: string;
}

const people = ['ada', 'lin'];
const subjects = ['thaad', 'pipeline', 'North Korea missile tests', 'sanctions', 'borscht recipe'];

/** How often each surface is used. */
const shares: readonly (readonly [Surface, number])[] = [
  ['command', 0.3],
  ['mention', 0.25],
  ['thread', 0.15],
  ['direct message', 0.22],
  ['share', 0.08],
];

/** How fast to ask, and what the bot acknowledged meanwhile (channel and ts). */
interface Pace {
  readonly duration: number;
  readonly acknowledged: ReadonlySet<string>;
}

/** Now and then so many are asked at once. */
const burstSize = 15;
const burstRate = 0.02;

/** Whether Slack was told that a question arrived. */
export function isTaken(
  { accepted, message }: AskedQuestion,
  acknowledged: ReadonlySet<string>,
): boolean {
  return message === undefined ? accepted : acknowledged.has(message);
}

/** Asks questions on every surface, spread over the people and places of a stand-in. */
export class Asker {
  readonly questions: AskedQuestion[] = [];
  readonly #slack: FakeSlack;
  readonly #random: () => number;
  readonly #roots: Message[] = [];
  readonly #sent: Promise<unknown>[] = [];

  constructor(slack: FakeSlack, random: () => number) {
    this.#slack = slack;
    this.#random = random;
  }

  /**
   * Asks until the bot took `count` questions, some of them in bursts, with pauses that take `duration`
   * ms in all for so many.
   */
  async askAll(count: number, { duration, acknowledged }: Pace): Promise<void> {
    while (this.questions.filter((one) => isTaken(one, acknowledged)).length < count) {
      const many = this.#random() < burstRate ? burstSize : 1;
      for (let asked = 0; asked < many; asked += 1) {
        await this.#ask(`zq${this.questions.length}x`);
      }
      await wait((this.#random() * 2 * duration * many) / count);
    }
    await Promise.all(this.#sent);
  }

  async #ask(mark: string): Promise<void> {
    const on = this.#surface();
    const user = this.#pick(people);
    const text = `${this.#pick(subjects)} ${mark}`;
    // Nobody goes on trying what Slack shows as failed, so most of these come while the bot is there.
    const isHeard = this.#random() < 0.1 || (await isConnected(this.#slack));
    if (on === 'command' && isHeard) return this.#command(mark, user, text);
    if (on === 'share' && isHeard) return this.#share();
    if (on === 'direct message') {
      const channel = this.#slack.workspace.im(user)?.id ?? '';
      await this.#say({ mark, on, channel, accepted: true }, { user, text });
      return;
    }
    const root = on === 'thread' ? this.#pick(this.#roots) : undefined;
    const question = {
      mark,
      on: root ? on : 'mention',
      channel: 'general',
      accepted: true,
    } as const;
    const saying = { user, text: `@sino-russia ${text}`, threadTs: root?.ts };
    const said = await this.#say(question, saying);
    if (!root) this.#roots.push(said);
  }

  async #say(question: AskedQuestion, saying: Omit<Saying, 'channel'>): Promise<Message> {
    this.questions.push(question);
    const said = await this.#slack.say({ ...saying, channel: question.channel });
    const { id } = this.#slack.workspace.channel(question.channel) ?? {};
    question.message = `${id}:${said.ts}`;
    return said;
  }

  #command(mark: string, user: string, text: string): void {
    const channel = this.#pick(['general', 'energy']);
    const question: AskedQuestion = { mark, on: 'command', channel, accepted: false };
    this.questions.push(question);
    const command = { user, channel, command: '/sino-russia', text };
    this.#send(question, this.#slack.command(command));
  }

  /** Shares the answer to the last command that has one, unless that was shared already. */
  #share(): void {
    const isShared = (mark: string) => this.questions.some((one) => one.mark === `share ${mark}`);
    const asked = this.questions.findLast(({ on, mark }) => on === 'command' && !isShared(mark));
    const channel = asked && this.#slack.workspace.channel(asked.channel);
    const answer = channel?.messages.find(
      ({ ephemeral_to, blocks }) =>
        ephemeral_to && JSON.stringify(blocks)?.includes(`${asked?.mark}”`),
    );
    if (!asked || !answer?.ephemeral_to || !JSON.stringify(answer).includes('"share"')) return;
    const { ts, ephemeral_to: user } = answer;
    const mark = `share ${asked.mark}`;
    const question: AskedQuestion = { ...asked, mark, on: 'share', accepted: false };
    this.questions.push(question);
    const where = { channel: asked.channel, ts };
    this.#send(question, this.#slack.click({ user, in: where, actionId: 'share' }));
  }

  #send(question: AskedQuestion, sent: Promise<{ readonly ok: boolean }>): void {
    const noted = sent.then(({ ok }) => {
      question.accepted = ok;
    });
    this.#sent.push(noted);
  }

  #surface(): Surface {
    let roll = this.#random();
    for (const [surface, share] of shares) {
      if (roll < share) return surface;
      roll -= share;
    }
    return 'mention';
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)] as T;
  }
}

/** Whether the bot can be reached now. */
function isConnected(slack: FakeSlack): Promise<boolean> {
  return Promise.race([slack.connected().then(() => true), wait(1, false)]);
}

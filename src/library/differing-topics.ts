import {
  type Fields,
  isFields,
  readYamlFields,
  showValue,
  type Unreadable,
} from './field-reader.ts';
import { cleanText } from './paragraphs.ts';

/** A thing that sources may give different figures or dates for. */
interface Topic {
  /** The topic as people read it, with `{parties}`, `{year}` or `{name}` where these stand. */
  readonly title: string;
}

/** How long something between two parties is. */
export interface LengthTopic extends Topic {
  readonly names: readonly string[];
  /** Words before the name that change nothing. */
  readonly whole: readonly string[];
  /** Words before the name that make it a part of the thing, or another kind. */
  readonly parts: readonly string[];
  /** Words after the name that make it another thing. */
  readonly others: readonly string[];
  /** A sentence that names an earlier year speaks of another thing. */
  readonly since: number;
}

/** What something between two parties came to in a year, in dollars. */
export interface AmountTopic extends Topic {
  readonly names: readonly string[];
  /** Words before the name that change nothing; any other makes it a part. */
  readonly whole: readonly string[];
}

/** When something happened between two parties. */
export interface EventTopic extends Topic {
  /** Nouns that have to be followed by "occurred", "came" and the like. */
  readonly names: readonly string[];
  /** Phrases that say it by themselves. */
  readonly phrases: readonly string[];
  /** Further words of a question about it. */
  readonly asked: readonly string[];
  /** Parties of which sources name one and mean the other; the first stands for all of a list. */
  readonly same: readonly (readonly string[])[];
}

/** In which year a thing with a name of its own was set up, completed, opened. */
export interface FoundingTopic extends Topic {
  readonly verbs: readonly string[];
}

/** What a library's owners know about figures and dates that sources may disagree on, as data. */
export interface DifferingTopics {
  /** Names that tell parties beside those of the thesaurus's actors; the first is the actor's. */
  readonly parties: readonly (readonly string[])[];
  readonly lengths: readonly LengthTopic[];
  readonly amounts: readonly AmountTopic[];
  readonly events: readonly EventTopic[];
  readonly foundings: readonly FoundingTopic[];
}

/** The topics of a file, or every reason why the file holds none. */
export type ReadDifferingTopics = { readonly topics: DifferingTopics } | Unreadable;

/** The topics of several files as one. */
export function joinTopics(all: readonly DifferingTopics[]): DifferingTopics {
  return {
    parties: all.flatMap(({ parties }) => parties),
    lengths: all.flatMap(({ lengths }) => lengths),
    amounts: all.flatMap(({ amounts }) => amounts),
    events: all.flatMap(({ events }) => events),
    foundings: all.flatMap(({ foundings }) => foundings),
  };
}

const maxFileLength = 100_000;
const maxWordLength = 120;
const maxWords = 200;

/** Reads a `differing.yaml`. Its form is described in `seeds/differing.yaml`. */
export function readDifferingTopics(yaml: string): ReadDifferingTopics {
  if (yaml.length > maxFileLength) {
    const problem = `the file has ${yaml.length} characters; write at most ${maxFileLength}`;
    return { problems: [problem] };
  }
  const read = readYamlFields(yaml);
  if ('problem' in read) return { problems: [`the file ${read.problem}`] };
  const reader = new TopicReader();
  const { parties, lengths, amounts, events, foundings, ...unknown } = read.fields;
  reader.refuse('the file', unknown, 'parties, lengths, amounts, events and foundings');
  const topics = {
    parties: reader.groups('parties', parties),
    lengths: reader.topics('lengths', lengths, (fields) => reader.length(fields)),
    amounts: reader.topics('amounts', amounts, (fields) => reader.amount(fields)),
    events: reader.topics('events', events, (fields) => reader.event(fields)),
    foundings: reader.topics('foundings', foundings, (fields) => reader.founding(fields)),
  };
  return reader.problems.length > 0 ? { problems: reader.problems } : { topics };
}

/** Takes one value after the other and notes what is wrong with each. */
class TopicReader {
  readonly problems: string[] = [];

  topics<T>(list: string, value: unknown, read: (fields: Fields) => T): T[] {
    return this.#entries(list, value).flatMap((entry) => {
      if (isFields(entry)) return [read(entry)];
      this.problems.push(`\`${list}\` holds ${showValue(entry)}; write \`title:\` and its words`);
      return [];
    });
  }

  length(fields: Fields): LengthTopic {
    const { title, names, whole, parts, others, since = '0', ...unknown } = fields;
    this.refuse('a topic of `lengths`', unknown, 'title, names, whole, parts, others and since');
    if (!/^\d{1,4}$/.test(String(since))) {
      this.problems.push(`\`since\` is ${showValue(since)}; write a year`);
    }
    return {
      title: this.#title(title),
      names: this.#words('names', names, 1),
      whole: this.#words('whole', whole),
      parts: this.#words('parts', parts),
      others: this.#words('others', others),
      since: Number(since),
    };
  }

  amount(fields: Fields): AmountTopic {
    const { title, names, whole, ...unknown } = fields;
    this.refuse('a topic of `amounts`', unknown, 'title, names and whole');
    return {
      title: this.#title(title),
      names: this.#words('names', names, 1),
      whole: this.#words('whole', whole),
    };
  }

  event(fields: Fields): EventTopic {
    const { title, names, phrases, asked, same, ...unknown } = fields;
    this.refuse('a topic of `events`', unknown, 'title, names, phrases, asked and same');
    return {
      title: this.#title(title),
      names: this.#words('names', names, 1),
      phrases: this.#words('phrases', phrases),
      asked: this.#words('asked', asked),
      same: this.groups('same', same),
    };
  }

  founding(fields: Fields): FoundingTopic {
    const { title, verbs, ...unknown } = fields;
    this.refuse('a topic of `foundings`', unknown, 'title and verbs');
    return { title: this.#title(title), verbs: this.#words('verbs', verbs, 1) };
  }

  groups(name: string, value: unknown): string[][] {
    return this.#entries(name, value).map((group) => this.#words(name, group, 2));
  }

  refuse(where: string, unknown: Fields, known: string): void {
    for (const name of Object.keys(unknown)) {
      this.problems.push(`${where} has ${showValue(name)}; it may have ${known}`);
    }
  }

  #entries(name: string, value: unknown): readonly unknown[] {
    const entries = value === undefined || value === '' ? [] : value;
    if (Array.isArray(entries) && entries.length <= maxWords) return entries;
    this.problems.push(`\`${name}\` is ${showValue(value)}; write a list of at most ${maxWords}`);
    return [];
  }

  #title(value: unknown): string {
    const title = typeof value === 'string' ? cleanText(value) : '';
    if (title === '' || title.length > maxWordLength) {
      this.problems.push(
        `\`title\` is ${showValue(value ?? '')}; write what the figures are of, such as length of the border of {parties}`,
      );
    }
    return title;
  }

  #words(name: string, value: unknown, min = 0): string[] {
    const words = this.#entries(name, value).map((word) =>
      typeof word === 'string' ? cleanText(word) : '',
    );
    const isRight = words.every((word) => word !== '' && word.length <= maxWordLength);
    if (isRight && words.length >= min) return words;
    this.problems.push(
      `\`${name}\` is ${showValue(value ?? '')}; write a list of ${min > 0 ? `at least ${min}` : ''} words of at most ${maxWordLength} characters`.replace(
        /\s+/g,
        ' ',
      ),
    );
    return [];
  }
}

import { months, weekdays } from '../language/calendar.ts';
import { languageOf } from '../language/languages.ts';
import { lengthOf } from '../library/kept-words.ts';
import type { Library } from '../library/library.ts';
import { promptTexts as texts } from '../texts/home.ts';
import type { Locale } from '../texts/locale.ts';
import type { Say } from '../texts/say.ts';
import type { Answer, AskedQuestion } from './answer.ts';
import { namesIn } from './telling.ts';

/** A question that the library answers, for somebody who does not know what to ask. */
export interface Prompt {
  /** What it is about: "Siberia". */
  readonly topic: string;
  readonly question: string;
  /** What is asked when it is chosen. */
  readonly message: string;
}

/** So many paragraphs tell what a library is about, however large it is. */
const maxParagraphs = 2000;

/** So many topics are asked about before there are fewer prompts than wanted. */
const triesPerPrompt = 5;

/** A longer name is no topic but a title, or no name. */
const maxWords = 3;
const maxCharacters = 40;

/** "Western", "American": what is hardly ever followed by a pause is an adjective. */
const minAsNoun = 0.2;

/** What belongs to a day and not to the library. */
const daysAndMonths: ReadonlySet<string> = new Set([...weekdays, ...months]);

/**
 * Questions about what the library's articles have in common, at most `most`, each of which `answer`
 * answers with nothing but passages that name its topic. The same library gives the same ones in each language.
 */
export async function promptsFor(
  library: Library,
  answer: (question: AskedQuestion) => Promise<Answer>,
  most: number,
  say: Say,
): Promise<Prompt[]> {
  const prompts: Prompt[] = [];
  for (const { topic, name } of candidates(library).slice(0, most * triesPerPrompt)) {
    if (prompts.length === most) break;
    if (prompts.some((other) => shareWord(other.topic, topic))) continue;
    const called = say.locale === 'en' ? name : nameIn(say.locale, topic, library);
    if (called === undefined) continue;
    const values = { topic: called };
    const message = say(texts.message, values);
    const found = await answer({ text: message });
    const isAnswered =
      found.kind === 'answered' &&
      found.quotes.every(({ text }) => text.includes(topic) || text.includes(called));
    if (isAnswered) prompts.push({ topic, question: say(texts.question, values), message });
  }
  return prompts;
}

/** What a topic is called in a language, as the thesaurus knows it; an abbreviation is called so everywhere. */
function nameIn(
  locale: Locale,
  topic: string,
  { thesaurus: { translations = [] } }: Library,
): string | undefined {
  const group = translations.find((names) => names.includes(topic)) ?? [];
  return (
    group.find((name) => languageOf(name) === locale) ??
    (/^\p{Lu}+$/u.test(topic) ? topic : undefined)
  );
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  return other.split(' ').some((word) => words.has(word));
}

/** Names that several articles share, but not most paragraphs: the most telling first. */
function candidates({ articles, thesaurus }: Library): { topic: string; name: string }[] {
  const all = [...articles.values()];
  const step = Math.ceil(all.reduce((sum, each) => sum + lengthOf(each), 0) / maxParagraphs);
  const sample = all
    .filter((_, index) => index % step === 0)
    .flatMap(({ id, paragraphs }) =>
      // Where everything is in capitals nothing is a name.
      paragraphs.flatMap(({ text }) => (/\p{Ll}/u.test(text) ? [{ article: id, text }] : [])),
    );
  const actors = new Set(thesaurus.actors.flat());
  const worth = ({ articles: { size }, paragraphs }: Usage) =>
    Math.log(size + 1) * Math.log(sample.length / paragraphs);
  return [...usagesIn(sample)]
    .filter(([name]) => !actors.has(name) && !daysAndMonths.has(name))
    .filter(([name]) => name.length <= maxCharacters && name.split(' ').length <= maxWords)
    .filter(([, usage]) => usage.articles.size > 1)
    .filter(([, usage]) => usage.asNoun >= minAsNoun * usage.paragraphs)
    .sort(([a, one], [b, other]) => worth(other) - worth(one) || (a < b ? -1 : 1))
    .map(([topic, usage]) => {
      const article = 2 * usage.withArticle > usage.paragraphs ? 'the ' : '';
      return { topic, name: `${article}${topic}` };
    });
}

/** How a name is used: its articles, and numbers of paragraphs. */
interface Usage {
  readonly articles: Set<string>;
  paragraphs: number;
  withArticle: number;
  asNoun: number;
}

function usagesIn(
  paragraphs: readonly { readonly article: string; readonly text: string }[],
): Map<string, Usage> {
  const usages = new Map<string, Usage>();
  for (const { article, text } of paragraphs) {
    const places = namesIn(text).map(({ name, start, end }) => ({
      name,
      before: text.slice(Math.max(0, start - 40), start),
      behind: text.slice(end),
    }));
    const whole = places.filter(({ before, behind }) => !isPartOfName(before, behind));
    // One use a paragraph counts.
    for (const [name, { before, behind }] of new Map(whole.map((place) => [place.name, place]))) {
      const usage = usages.get(name) ?? {
        articles: new Set(),
        paragraphs: 0,
        withArticle: 0,
        asNoun: 0,
      };
      usages.set(name, usage);
      usage.articles.add(article);
      usage.paragraphs += 1;
      if (/\bthe $/i.test(before)) usage.withArticle += 1;
      if (/^(?:[.,;:)?!]|['’]s\b)/.test(behind)) usage.asNoun += 1;
    }
  }
  return usages;
}

/** "Belt" and "Road Initiative" are no names. */
function isPartOfName(before: string, behind: string): boolean {
  return /\p{Lu}\S* and $/u.test(before) || /^ and \p{Lu}/u.test(behind);
}

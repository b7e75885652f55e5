import type { KnownBlock } from '@slack/types';
import type { Library } from '../../library/library.ts';
import type { IncompleteCommand } from '../../questions/intent.ts';
import { count, escapeSlackText, shorten } from '../text.ts';
import { bold, code, plain, type Reply, richText, section } from './block-kit.ts';

const maxProblems = 10;

/** A short word for a greeting or for thanks, with two examples of what may be asked. */
export function greetingBlocks(isThanks: boolean, command: string): Reply {
  const text = isThanks
    ? 'You are welcome. Ask again whenever you like.'
    : 'Hello! Ask me what the library says, and I quote the passages with their sources.';
  const examples = [
    plain('\nFor example '),
    code(`${command} why does China object to THAAD?`),
    plain(' or '),
    code(`${command} timeline gas pipeline`),
    plain('.'),
  ];
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(plain(text), ...(isThanks ? [] : examples)))],
  };
}

/** Whether the bot is well: what the library holds, and what of it could not be read. */
export function statusBlocks({ articles, problems }: Library): Reply {
  const paragraphs = [...articles.values()].reduce(
    (sum, article) => sum + article.paragraphs.length,
    0,
  );
  const text = `The library is loaded: ${count(articles.size, 'article')} with ${count(paragraphs, 'paragraph')}.`;
  const left = problems.slice(0, maxProblems).map((problem) => `\n• ${shorten(problem, 300)}`);
  const more = problems.length - left.length;
  const heading = problems.length > 0 ? [plain('\nWhat could not be read, and was left out:')] : [];
  const rest = more > 0 ? [plain(`\n… and ${more} more`)] : [];
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), ...heading, ...left.map(plain), ...rest))],
  };
}

/** What each command needs after it, and an example. */
const needs: Readonly<Record<IncompleteCommand, readonly [what: string, example: string]>> = {
  timeline: ['a question', 'timeline thaad'],
  verify: ['a quotation', 'verify "the words in question" — Name'],
  article: ['the id of an article', 'article hammond-2017'],
  ask: ['a question', 'ask status'],
};

/** Says what a command that stands alone needs after it, and how to ask about the word itself. */
export function incompleteBlocks(word: IncompleteCommand, command: string): Reply {
  const [what, sample] = needs[word];
  const wants = `“${word}” needs ${what}, for example `;
  const example = `${command} ${sample}`;
  const question = `${command} ask ${word}`;
  return {
    text: escapeSlackText(`${wants}${example}`),
    blocks: [
      richText(
        section(
          plain(wants),
          code(example),
          plain('. To look for the word itself: '),
          code(question),
          plain('.'),
        ),
      ),
    ],
  };
}

/** Says whether the bot now keeps quiet in a thread; undefined where there is none. */
export function quietBlocks(quiet: boolean | undefined): Reply {
  const text =
    quiet === undefined
      ? 'That works in a thread: mention me there with "mute" or "unmute".'
      : quiet
        ? 'I keep quiet in this thread now. Mention me when you want to ask something.'
        : 'I am back in this thread.';
  return { text, blocks: [richText(section(plain(text)))] };
}

/** Says that a person's questions were removed. */
export function forgottenBlocks(questions: number): Reply {
  const text = `Forgotten: ${count(questions, 'question')} of yours, with the answers and your verdicts on them. What I posted in channels stays there, and so do their digests; the person who set up one that is on is still told when it fails.`;
  return { text, blocks: [richText(section(plain(text)))] };
}

/** What the bot does and how to ask it. */
export function helpBlocks(command: string): Reply {
  return {
    text: `I find passages in the team's library of articles, originals word for word and briefs as such, each with a citation. Try ${command} thaad, or mention me in a channel.`,
    blocks: [
      richText(
        section(
          bold('I find the passage. '),
          plain(
            "I quote the originals of the team's library word for word; of other articles I show our briefs, and say so. Each has a citation that you can check. I make nothing up: when the library has nothing, I tell you.\n",
          ),
        ),
      ),
      richText(
        section(bold('Ask\n')),
        line(`${command} why does China object to THAAD?`, 'only you see the answer'),
        line(
          '@mention me with a question',
          'in a channel or thread: I answer in the thread, and follow-ups work',
        ),
        line('a direct message', 'just type'),
      ),
      richText(
        section(bold('Narrow down, inside any question\n')),
        line('"dual freeze"', 'this exact phrase'),
        line('-pipeline', 'without this word'),
        line('author:hammond  publisher:CNN', 'by part of a name'),
        line('before:2018  after:2017-06', 'published before or after that year, month or day'),
        line('text:original  text:brief', "the publisher's own text, or our retelling of it"),
        line('lang:en  lang:ru  lang:zh', 'only articles in that language'),
      ),
      moreBlock(command),
    ],
  };
}

function moreBlock(command: string): KnownBlock {
  return richText(
    section(bold('More\n')),
    line(`${command} timeline thaad`, 'its passages by date; timeline newest reverses the order'),
    line(`${command} verify "…" — Name`, 'whether the library has these words, and from whom'),
    line(`${command} sources`, 'the articles of the library'),
    line(`${command} article hammond-2017`, 'one article: its record and its parts'),
    line(`${command} digest`, 'passages every morning for this channel; digest preview shows one'),
    line(`${command} status`, 'what the library holds, and what of it could not be read'),
    line(`${command} forget`, 'removes what you have asked'),
    line(`${command} ask help`, 'asks even a word that is a command'),
  );
}

/** One thing that can be asked for: as it is typed, and what comes of it. */
export function line(example: string, meaning: string) {
  return section(code(example), plain(`  ${meaning}\n`));
}

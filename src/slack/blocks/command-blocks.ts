import type { KnownBlock } from '@slack/types';
import { lengthOf } from '../../library/kept-words.ts';
import type { Library } from '../../library/library.ts';
import type { IncompleteCommand } from '../../questions/intent.ts';
import { commandTexts as texts } from '../../texts/commands.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { bold, code, plain, type Reply, richText, said, section } from './block-kit.ts';

const maxProblems = 10;

/** A short word for a greeting or for thanks, with two examples of what may be asked. */
export function greetingBlocks(isThanks: boolean, command: string, say: Say): Reply {
  const text = say(isThanks ? texts.thanked : texts.greeting);
  const examples = said(say, texts.forExample, {
    question: code(`${command} ${say(texts.sampleQuestion)}`),
    timeline: code(`${command} ${say(texts.sampleTimeline)}`),
  });
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(plain(text), ...(isThanks ? [] : examples)))],
  };
}

/** Whether the bot is well: what the library holds, and what of it could not be read. */
export function statusBlocks({ articles: all, problems }: Library, say: Say): Reply {
  const articles = all.size;
  const paragraphs = [...all.values()].reduce((sum, article) => sum + lengthOf(article), 0);
  const text = say(texts.loaded, { articles, paragraphs });
  const left = problems.slice(0, maxProblems).map((problem) => `\n• ${shorten(problem, 300)}`);
  const more = problems.length - left.length;
  const heading = problems.length > 0 ? [plain(say(texts.leftOut))] : [];
  const rest = more > 0 ? [plain(say(texts.andMore, { more }))] : [];
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), ...heading, ...left.map(plain), ...rest))],
  };
}

const sampleAdd = 'add https://paper.example/article';

/** What each command needs after it, and an example. */
const needs = {
  timeline: [texts.needsQuestion, texts.sampleTimeline],
  verify: [texts.needsQuotation, texts.sampleVerify],
  article: [texts.needsArticle, 'article hammond-2017'],
  add: [texts.needsLink, sampleAdd],
  ask: [texts.needsQuestion, 'ask status'],
} as const satisfies Record<IncompleteCommand, readonly [Message, Message | string]>;

/** Says what a command that stands alone needs after it, and how to ask about the word itself. */
export function incompleteBlocks(word: IncompleteCommand, command: string, say: Say): Reply {
  const [wants, sample] = needs[word];
  const example = `${command} ${typeof sample === 'string' ? sample : say(sample)}`;
  const ask = `${command} ask ${word}`;
  return {
    text: escapeSlackText(say(wants, { word, example, ask })),
    blocks: [
      richText(section(...said(say, wants, { word, example: code(example), ask: code(ask) }))),
    ],
  };
}

/** Says whether the bot now keeps quiet in a thread; undefined where there is none. */
export function quietBlocks(quiet: boolean | undefined, say: Say): Reply {
  const done = quiet ? texts.quiet : texts.back;
  const text = say(quiet === undefined ? texts.quietNeedsThread : done);
  return { text, blocks: [richText(section(plain(text)))] };
}

/** Says that a person's questions were removed. */
export function forgottenBlocks(questions: number, say: Say): Reply {
  const text = say(texts.forgotten, { questions });
  return { text, blocks: [richText(section(plain(text)))] };
}

/** What the bot does and how to ask it. */
export function helpBlocks(command: string, say: Say): Reply {
  return {
    text: say(texts.helpFallback, { example: `${command} thaad` }),
    blocks: [
      richText(section(bold(say(texts.findsPassage)), plain(say(texts.helpIntro)))),
      richText(
        section(bold(say(texts.ask))),
        line(`${command} ${say(texts.sampleQuestion)}`, say(texts.onlyYouSee)),
        line(say(texts.mentionMe), say(texts.inThread)),
        line(say(texts.directMessage), say(texts.justType)),
      ),
      richText(
        section(bold(say(texts.narrow))),
        line('"dual freeze"', say(texts.exactPhrase)),
        line('-pipeline', say(texts.withoutWord)),
        line('author:hammond  publisher:CNN', say(texts.byName)),
        line('before:2018  after:2017-06', say(texts.byTime)),
        line('text:original  text:brief', say(texts.byText)),
        line('lang:en  lang:ru  lang:zh', say(texts.byLanguage)),
      ),
      moreBlock(command, say),
    ],
  };
}

function moreBlock(command: string, say: Say): KnownBlock {
  return richText(
    section(bold(say(texts.more))),
    line(`${command} timeline thaad`, say(texts.timeline)),
    line(`${command} ${say(texts.sampleVerify)}`, say(texts.verify)),
    line(`${command} sources`, say(texts.sources)),
    line(`${command} article hammond-2017`, say(texts.article)),
    line(`${command} ${sampleAdd}`, say(texts.add)),
    line(`${command} digest`, say(texts.digest)),
    line(`${command} feeds`, say(texts.feeds)),
    line(`${command} status`, say(texts.status)),
    line(`${command} forget`, say(texts.forget)),
    line(`${command} ask help`, say(texts.askWord)),
  );
}

/** One thing that can be asked for: as it is typed, and what comes of it. */
export function line(example: string, meaning: string) {
  return section(code(example), plain(`  ${meaning}\n`));
}

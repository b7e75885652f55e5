import type { KnownBlock } from '@slack/types';
import type { Reply } from './block-kit.ts';
import { bold, code, plain, richText, section } from './rich-text.ts';

/** What the bot does and how to ask it. */
export function helpBlocks(command: string): Reply {
  return {
    text: `I find passages in the team's library of articles and quote them word for word, with a citation. Try ${command} thaad, or mention me in a channel.`,
    blocks: [
      richText(
        section(
          bold('I find the passage. '),
          plain(
            "I quote the team's library of articles word for word, each quote with a citation that you can check. I make nothing up: when the library has nothing, I say so.\n",
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
      ),
      moreBlock(command),
    ],
  };
}

function moreBlock(command: string): KnownBlock {
  return richText(
    section(bold('More\n')),
    line(`${command} timeline thaad`, 'its passages by date; timeline newest turns it round'),
    line(`${command} verify "…" — Name`, 'whether the library has these words, and from whom'),
    line(`${command} sources`, 'the articles of the library'),
    line(`${command} article hammond-2017`, 'one article: its record and its parts'),
    line(`${command} digest`, 'passages every morning for this channel; digest preview shows one'),
    line(`${command} status`, 'whether I am well'),
    line(`${command} forget`, 'removes what you have asked'),
    line(`${command} ask help`, 'asks even a word that is a command'),
  );
}

function line(example: string, meaning: string) {
  return section(code(example), plain(`  ${meaning}\n`));
}

import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { maxOfMessage } from '../../additions/addition.ts';
import { type FormField, formFields, typedOf } from '../../additions/record-form.ts';
import { whatChanged } from '../../additions/what-changed.ts';
import type { Article, ReviewableField } from '../../library/article.ts';
import type { Proposal } from '../../library/article-store.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { articleControls } from './article-controls.ts';
import {
  bold,
  button,
  code,
  context,
  plain,
  type Reply,
  richText,
  said,
  section,
} from './block-kit.ts';
import { everybody, mention } from './people-elements.ts';

/** What a card shows of a proposal that waits. */
export interface CardParts {
  readonly proposal: Proposal & { readonly article: Article };
  /** The article that it would replace. */
  readonly before?: Article | undefined;
  /** The people who may accept it; none where every full member may. */
  readonly librarians: readonly string[];
  /** How many more things of the message were not read. */
  readonly unread?: number | undefined;
  /** Whether the librarians see it elsewhere only. */
  readonly isHidden?: boolean;
}

/** A proposal with everything that a librarian looks over, and the buttons to settle it. */
export function proposalBlocks(parts: CardParts, say: Say): Reply {
  const { article } = parts.proposal;
  const text = say(texts.fallback, { title: shorten(article.title, 300) });
  return {
    text: escapeSlackText(text),
    blocks: [
      richText(section(...whatIsProposed(parts, say))),
      richText(...recordLines(article, say)),
      richText(...wordsOf(parts, say)),
      ...leftOutBlocks(parts.proposal, say),
      ...(article.inferred.length > 0 ? [context(say(texts.inBrackets))] : []),
      {
        type: 'actions',
        elements: [
          { ...button(say(texts.accept), ids.proposalAccept, parts.proposal.id), style: 'primary' },
          button(say(texts.correct), ids.proposalCorrect, parts.proposal.id),
          button(say(texts.discard), ids.proposalDiscard, parts.proposal.id),
        ],
      },
      richText(section(...whoMaySettle(parts, say))),
      ...unreadBlocks(parts.unread, say),
    ],
  };
}

/** That there is more in the message than was read. */
function unreadBlocks(unread: number | undefined, say: Say): KnownBlock[] {
  return unread ? [context(say(texts.unread, { more: unread, max: maxOfMessage }))] : [];
}

function whatIsProposed({ proposal, before }: CardParts, say: Say): RichTextElement[] {
  const person = mention(proposal.person, say);
  return before
    ? said(say, texts.proposesVersion, { person, id: before.id })
    : said(say, texts.proposes, { person });
}

function whoMaySettle({ librarians, isHidden = false }: CardParts, say: Say): RichTextElement[] {
  if (librarians.length === 0) return said(say, texts.forMembers, {});
  const message = isHidden ? texts.waitsForLibrarians : texts.forLibrarians;
  return everybody(say, message, librarians);
}

/** A record field by field: what was deduced in brackets, what is to be looked over marked as such. */
function recordLines(article: Article, say: Say): RichTextSection[] {
  const typed = typedOf(article);
  const review: readonly string[] = article.review ?? [];
  const inferred: readonly string[] = article.inferred;
  const optional = new Set([
    'titleRomanised',
    'titleTranslated',
    'authorsRomanised',
    'organisations',
  ]);
  return formFields.flatMap((field) => {
    const value = field === 'text' ? say(texts[article.text]) : typed[field].replaceAll('\n', '; ');
    if (value === '' && optional.has(field)) return [];
    const shown = value === '' ? say(texts.unknown) : shorten(value, 1000);
    const isMarked = field !== 'text' && review.includes(field);
    return [
      section(
        plain(`${say(texts[field])}: `),
        valueElement(field, inferred.includes(field) && value !== '' ? `[${shown}]` : shown),
        ...(isMarked ? [plain(' — '), bold(say(texts.lookOver))] : []),
        plain('\n'),
      ),
    ];
  });
}

function valueElement(field: FormField, shown: string): RichTextElement {
  if (field === 'title') return bold(shown);
  return field === 'url' && URL.canParse(shown) ? { type: 'link', url: shown } : plain(shown);
}

/** Longest pieces of the text that a card shows, in characters. */
const maxWords = 600;

function wordsOf({ proposal, before }: CardParts, say: Say): RichTextSection[] {
  const { article } = proposal;
  const { paragraphs } = article;
  const name = shorten(article.source?.file ?? article.url ?? article.id, 100);
  const first = paragraphs[0]?.text ?? '';
  const last = paragraphs.at(-1)?.text ?? '';
  return [
    section(plain(`${say(texts.read, { paragraphs: paragraphs.length, name })}\n`)),
    ...(before
      ? changes(before, article, say)
      : [
          quoted(texts.begins, first, say),
          ...(paragraphs.length > 1 ? [quoted(texts.ends, last, say)] : []),
        ]),
  ];
}

function quoted(message: Message, words: string, say: Say): RichTextSection {
  return section(plain(`${say(message)}: `), plain(`${shorten(words, maxWords)}\n`));
}

function changes(before: Article, article: Article, say: Say): RichTextSection[] {
  const { kept, added, gone } = whatChanged(before.paragraphs, article.paragraphs);
  const counts = { kept, added: added.length, gone: gone.length };
  return [
    section(plain(`${say(texts.changed, counts)}\n`)),
    ...added.slice(0, 2).map((words) => quoted(texts.newWords, words, say)),
    ...gone.slice(0, 2).map((words) => quoted(texts.goneWords, words, say)),
  ];
}

/** So many pieces of what was left out are shown. */
const maxPieces = 5;

function leftOutBlocks({ leftOut, article }: CardParts['proposal'], say: Say): KnownBlock[] {
  const much: ReviewableField = 'text';
  const warning = article.review?.includes(much) ? [plain(`${say(texts.muchLeftOut)}\n`)] : [];
  if (leftOut.length === 0) return [context(say(texts.nothingLeftOut))];
  const pieces = leftOut.slice(0, maxPieces).map((piece) => plain(`\n• ${shorten(piece, 150)}`));
  const more = leftOut.length > maxPieces ? [plain('\n• …')] : [];
  const heading = say(texts.leftOut, { pieces: leftOut.length });
  return [richText(section(...warning, plain(heading), ...pieces, ...more))];
}

/** What a card becomes when somebody has settled its proposal. */
export interface SettledCard {
  readonly kind: 'accepted' | 'acceptedVersion' | 'discarded' | 'settled';
  /** Who settled it. */
  readonly person: string;
  /** The article in the library; empty for none. */
  readonly id: string;
  readonly title: string;
}

/** A card without its buttons: who did what, and the way to the article. */
export function settledBlocks({ kind, person, id, title }: SettledCard, say: Say): Reply {
  const by = mention(person, say);
  const did =
    kind === 'discarded'
      ? said(say, texts.discarded, { person: by })
      : kind === 'settled'
        ? [plain(say(texts.settled))]
        : said(say, texts[kind], { person: by, id: code(id) });
  const name = title === '' ? [] : [bold(shorten(title, 400)), plain('\n')];
  const isHeld = kind === 'accepted' || kind === 'acceptedVersion';
  return {
    text: escapeSlackText(say(texts.fallback, { title: shorten(title, 300) })),
    blocks: [
      richText(section(...name, ...did)),
      ...(isHeld ? [articleControls({ id, title }, say)] : []),
    ],
  };
}

/** One sentence in the place of a card: why there is none. */
export function noCardBlocks(
  elements: readonly RichTextElement[],
  unread: number | undefined,
  say: Say,
): Reply {
  const text = elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join('');
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(...elements)), ...unreadBlocks(unread, say)],
  };
}

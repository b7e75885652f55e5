import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { isWebAddress, readAngle } from './angle.ts';
import type { Inline, Stretch } from './marked-text.ts';
import { readWords } from './parse-inline.ts';

/** Deeper than this, what is nested is shown as it was written. */
const maxDepth = 24;

/** Slack's own marks stand in Markdown too, which knows nothing of them. */
const slackMark = /<[@#!][^<>\n]*>/g;

/** Two characters that no text holds, around the number of a mark that was taken out. */
const placeholder = /\u{FDD0}(\d+)\u{FDD1}/gu;

/** What was read, and what its placeholders stand for. */
interface Reading {
  readonly text: string;
  readonly marks: readonly string[];
}

/** Reads the Markdown of a `markdown` block, with Slack's mentions and emoji in it. */
export function parseMarkdown(source: string): Stretch[] {
  const marks: string[] = [];
  const text = source
    .replace(/[\u{FDD0}\u{FDD1}]/gu, '\u{FFFD}')
    .replace(slackMark, (mark) => `\u{FDD0}${marks.push(mark) - 1}\u{FDD1}`);
  const tree = fromMarkdown(text, {
    extensions: [gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  return readBlocks(tree, { text, marks }, 0);
}

function readBlocks({ children }: Parents, reading: Reading, depth: number): Stretch[] {
  return (children as readonly Nodes[]).map((node) => readBlock(node, reading, depth));
}

function readBlock(node: Nodes, reading: Reading, depth: number): Stretch {
  if (depth > maxDepth) return asWritten(node, reading);
  switch (node.type) {
    case 'paragraph':
      return { kind: 'lines', children: readInlines(node.children, reading, depth) };
    case 'heading': {
      const children = readInlines(node.children, reading, depth);
      return { kind: 'heading', level: node.depth, children };
    }
    case 'blockquote':
      return { kind: 'quote', children: readBlocks(node, reading, depth + 1) };
    case 'code':
      return { kind: 'code-block', text: restore(node.value, reading) };
    case 'list': {
      const items = node.children.map((item) => readBlocks(item, reading, depth + 1));
      return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items };
    }
    case 'thematicBreak':
      return { kind: 'rule' };
    default:
      return asWritten(node, reading);
  }
}

function asWritten(node: Nodes, reading: Reading): Stretch {
  return { kind: 'lines', children: [{ kind: 'text', text: sourceOf(node, reading) }] };
}

function readInlines(nodes: readonly PhrasingContent[], reading: Reading, depth: number): Inline[] {
  return nodes.flatMap((node) => readInline(node, reading, depth + 1));
}

const marks = { strong: 'bold', emphasis: 'italic', delete: 'strike' } as const;

function readInline(node: PhrasingContent, reading: Reading, depth: number): Inline[] {
  if (depth > maxDepth) return [{ kind: 'text', text: sourceOf(node, reading) }];
  switch (node.type) {
    case 'text':
      return readText(node.value, reading);
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const children = readInlines(node.children, reading, depth);
      return [{ kind: marks[node.type], children }];
    }
    case 'inlineCode':
      return [{ kind: 'code', text: restore(node.value, reading) }];
    case 'link': {
      if (!isWebAddress(node.url)) break;
      const children = readInlines(node.children, reading, depth);
      return [{ kind: 'link', url: node.url, children }];
    }
    case 'break':
      return [{ kind: 'text', text: '\n' }];
    default:
  }
  return [{ kind: 'text', text: sourceOf(node, reading) }];
}

/** Text with the marks back in their places: those that Slack reads, and the others as written. */
function readText(text: string, { marks: taken }: Reading): Inline[] {
  return text.split(placeholder).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return readWords(part);
    const mark = taken[Number(part)] ?? '';
    return [readAngle(mark.slice(1, -1)) ?? { kind: 'text', text: mark }];
  });
}

function restore(text: string, { marks: taken }: Reading): string {
  return text.replace(placeholder, (_, index: string) => taken[Number(index)] ?? '');
}

function sourceOf({ position }: Nodes, reading: Reading): string {
  const { start, end } = position ?? {};
  return restore(reading.text.slice(start?.offset, end?.offset), reading);
}

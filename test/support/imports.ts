import { parseSync } from '@swc/core';

/** What a TypeScript or JavaScript file names as imported, types included, in the order of the text. */
export function importsOf(source: string, { tsx = false } = {}): string[] {
  const program = parseSync(source, { syntax: 'typescript', tsx });
  return [...new Set(namedIn(program))];
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly argument?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly { readonly expression: Node }[] | null;
}

const statements = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration']);

function* namedIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const part of node) yield* namedIn(part);
  } else if (typeof node === 'object' && node !== null) {
    const name = namedBy(node)?.value;
    if (typeof name === 'string') yield name;
    for (const part of Object.values(node)) yield* namedIn(part);
  }
}

/** The literal that holds what this node imports, if it imports something. */
function namedBy(node: Node): Node | null | undefined {
  const { type = '', callee } = node;
  if (statements.has(type)) return node.source;
  if (type === 'TsImportType') return node.argument;
  const isCall = type === 'CallExpression';
  if (isCall && (callee?.type === 'Import' || callee?.value === 'require')) return firstOf(node);
  // A thread's file is named by `new URL('./file.ts', import.meta.url)`.
  if (type === 'NewExpression' && callee?.value === 'URL') return fileIn(firstOf(node));
  return undefined;
}

function firstOf(node: Node): Node | undefined {
  return node.arguments?.[0]?.expression;
}

function fileIn(node: Node | undefined): Node | undefined {
  return /^\.{1,2}\/.*\.(?:ts|tsx|mjs)$/.test(String(node?.value)) ? node : undefined;
}

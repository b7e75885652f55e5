import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { importsOf } from './imports.ts';

/** Folder -> what its files may import besides one another. */
export type Law = Readonly<Record<string, Permission>>;

/** What the files of a room may import. */
export interface Permission {
  /** Other rooms, by their folders. */
  readonly rooms?: readonly string[];
  /** npm packages by name, and `node:*` for everything that Node brings. */
  readonly packages?: readonly string[];
}

/** Files by their path from the repository's root. */
export type Sources = ReadonlyMap<string, string>;

/** Every import that the law does not allow, every file without a room, and every cycle: a line each. */
export function violations(sources: Sources, law: Law): string[] {
  const imports = [...sources].flatMap(([path, source]) =>
    importsOf(source, { tsx: path.endsWith('.tsx') }).map((name) => ({
      path,
      name,
      target: targetOf(path, name, sources),
    })),
  );
  const homeless = [...sources.keys()].filter((path) => roomOf(path, law) === undefined);
  return [
    ...homeless.map((path) => `${path} is in no room`),
    ...imports.flatMap((found) => refusalOf(found, law) ?? []),
    ...cyclesOf(imports),
  ];
}

interface Import {
  readonly path: string;
  readonly name: string;
  /** The file that is meant; undefined for a package; `missing` when there is no such file. */
  readonly target: string | undefined;
}

const missing = '(missing)';

function targetOf(path: string, name: string, sources: Sources): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(path), name);
  const isData = !/\.(?:ts|tsx|mjs)$/.test(target);
  return isData || sources.has(target) ? target : missing;
}

function refusalOf({ path, name, target }: Import, law: Law): string | undefined {
  const room = roomOf(path, law);
  if (room === undefined) return undefined;
  if (target === missing) return `${path} imports ${name}, which is not there`;
  const { rooms = [], packages = [] } = law[room] ?? {};
  if (target === undefined) {
    const wanted = packageOf(name);
    return packages.includes(wanted) ? undefined : `${room} may not import ${wanted}: ${path}`;
  }
  const other = roomOf(target, law);
  if (other === undefined) return `${path} imports ${target}, which is in no room`;
  if (other === room || rooms.includes(other)) return undefined;
  return `${room} may not import ${other}: ${path} -> ${target}`;
}

function packageOf(name: string): string {
  if (isBuiltin(name)) return 'node:*';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The innermost folder of the law that holds the file; a file may be a room of its own. */
function roomOf(path: string, law: Law): string | undefined {
  return Object.keys(law)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** One line for each way round that leads from a file to itself, found depth first. */
function cyclesOf(imports: readonly Import[]): string[] {
  const nextOf = new Map<string, string[]>();
  for (const { path, target } of imports) {
    if (target !== undefined) nextOf.set(path, [...(nextOf.get(path) ?? []), target]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): void => {
    const start = way.indexOf(path);
    if (start >= 0) cycles.push(`cycle: ${[...way.slice(start), path].join(' -> ')}`);
    if (start >= 0 || done.has(path)) return;
    way.push(path);
    for (const next of nextOf.get(path) ?? []) visit(next);
    way.pop();
    done.add(path);
  };
  for (const path of nextOf.keys()) visit(path);
  return cycles;
}

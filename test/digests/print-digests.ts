import { place, startDigests } from './digest-bench.ts';

/** Prints the first digests of the seeds as text: `node --import tsx test/digest/print-digests.ts [topics]` */
const [topics = '', wanted = '3'] = process.argv.slice(2);
const desk = await startDigests(Date.UTC(2026, 10, 22, 12));
const zone = 'Europe/Berlin';
await desk.digests.set(
  place,
  'U1',
  { zone, topics, weekdays: [1, 2, 3, 4, 5, 6, 7], archive: true },
  undefined,
);
while (desk.channel.posts.length < Number(wanted)) {
  desk.clock.now += 3_600_000;
  await desk.go();
}
for (const { parent, thread } of desk.channel.posts) {
  for (const block of [...parent.blocks, ...(thread?.blocks ?? [])]) {
    process.stdout.write(`${printed(block)}\n`);
  }
  process.stdout.write('\n');
}
await desk.database.close();

/** A block as a reader sees it. */
function printed(block: object): string {
  const { type, elements, text, accessory } = block as Record<string, unknown>;
  const inner = textsOf([text, elements]).join(type === 'actions' ? '] [' : '');
  const button = accessory ? '  [⋯]' : '';
  if (type === 'header') return `═ ${inner} ═`;
  if (type === 'actions') return `[${inner}]`;
  const isQuote = JSON.stringify(elements ?? '').includes('rich_text_quote');
  return `${isQuote ? '│ ' : ''}${inner}${button}`;
}

function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { text, elements } = part as { text?: unknown; elements?: unknown };
  return textsOf([text, elements].filter((value) => value !== undefined));
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { readIntent } from '../../src/questions/intent.ts';
import { createManifest, type ManifestSettings } from '../../src/slack/manifest.ts';

/** Slack publishes the schema in slackapi/manifest-schema; its copy is no part of this project. */
const file = process.env.MANIFEST_SCHEMA;
const validate = file ? compile(file) : undefined;
const describeWithSchema = validate ? describe : describe.skip;
if (!validate) {
  process.stderr.write("Slack's manifest schema: skipped, MANIFEST_SCHEMA names no file\n");
}

function compile(path: string) {
  // The schema names formats and keywords that Ajv leaves to others; they only concern Slack's editor.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
}

function problemsOf(manifest: object): string[] {
  validate?.(manifest);
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const settings: ManifestSettings[] = [true, false].flatMap((threadFollowups) =>
  [undefined, 'https://desk.example/slack/events'].flatMap((requestUrl) =>
    ['/sino-russia', `/${'x'.repeat(31)}`].map((command) => ({
      command,
      threadFollowups,
      requestUrl,
    })),
  ),
);

/** Lengths that Slack allows (https://docs.slack.dev/reference/app-manifest), by the path to the text. */
const longest: readonly (readonly [RegExp, number])[] = [
  [/^display_information\.name$/, 35],
  [/^display_information\.description$/, 140],
  [/^features\.bot_user\.display_name$/, 80],
  [/^features\.agent_view\.agent_description$/, 300],
  [/^features\.slash_commands\.\d+\.command$/, 32],
  [/^features\.slash_commands\.\d+\.usage_hint$/, 1000],
  [/^features\.shortcuts\.\d+\.name$/, 24],
  [/^features\.shortcuts\.\d+\.description$/, 150],
];

function textsIn(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]));
}

describe("the app's manifest", () => {
  it.each(settings)("keeps to Slack's lengths with %j", (each) => {
    const texts = textsIn(createManifest(each));
    for (const [place, most] of longest) {
      const found = texts.filter(([path]) => place.test(path));
      expect(found.length).toBeGreaterThan(0);
      for (const [, text] of found) expect(text.length).toBeLessThanOrEqual(most);
    }
  });

  it('suggests nothing that the bot takes for a question', () => {
    const { features } = createManifest({ command: '/x', threadFollowups: false }) as {
      features: { agent_view: { suggested_prompts: { message: string }[] } };
    };
    const kinds = features.agent_view.suggested_prompts.map(
      ({ message }) => readIntent(message).kind,
    );
    expect(kinds).toEqual(['sources', 'help']);
  });

  it('asks for histories only where follow-ups are answered', () => {
    const least = JSON.stringify(createManifest({ command: '/x', threadFollowups: false }));
    expect(least).not.toMatch(/channels:history|message\.channels/);
    const most = JSON.stringify(createManifest({ command: '/x', threadFollowups: true }));
    expect(most).toMatch(/channels:history.*message\.channels/);
  });
});

describeWithSchema("the app's manifest, by Slack's published schema", () => {
  it.each(settings)("meets Slack's published schema with %j", (each) => {
    expect(problemsOf(createManifest(each))).toEqual([]);
  });

  it('would be refused where it is wrong', () => {
    const manifest = createManifest({ command: '/x', threadFollowups: false }) as {
      display_information: object;
      features: object;
    };
    const display_information = { ...manifest.display_information, name: 'x'.repeat(36) };
    expect(problemsOf({ ...manifest, display_information })).not.toEqual([]);
    expect(
      problemsOf({ ...manifest, features: { ...manifest.features, shortcut: [] } }),
    ).not.toEqual([]);
  });
});

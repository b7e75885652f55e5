import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { createManifest, type ManifestSettings } from '../../src/slack/manifest.ts';

const schema = JSON.parse(
  readFileSync(new URL('manifest-schema/manifest.schema.2.0.0.json', import.meta.url), 'utf8'),
) as object;

// The schema names formats and keywords that Ajv leaves to others; they only concern Slack's editor.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const validate = ajv.compile(schema);

function problemsOf(manifest: object): string[] {
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
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

describe("the app's manifest", () => {
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

  it('asks for histories only where follow-ups are answered', () => {
    const least = JSON.stringify(createManifest({ command: '/x', threadFollowups: false }));
    expect(least).not.toMatch(/channels:history|message\.channels/);
    const most = JSON.stringify(createManifest({ command: '/x', threadFollowups: true }));
    expect(most).toMatch(/channels:history.*message\.channels/);
  });
});

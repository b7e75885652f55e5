import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

describe('the embedded engine', () => {
  it('is MiniSearch', () => {
    const sources = readdirSync('src/search/engines')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/search/engines/${file}`, 'utf8'));
    expect(sources.some((source) => /from 'minisearch'/.test(source))).toBe(true);
  });
});

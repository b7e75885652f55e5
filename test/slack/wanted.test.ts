import { describe, expect, it } from '@jest/globals';
import { allIn, readWanted } from '../../src/slack/wanted.ts';

const road = { kind: 'link', address: 'https://gazette.example/road' };
const file = { kind: 'file', id: 'F1', name: 'road.pdf' };
const files = [{ id: 'F1', name: 'road.pdf' }];

describe('a message that asks to add something', () => {
  it.each([
    'add <https://gazette.example/road>',
    'add https://gazette.example/road',
    '<@U1> add <https://gazette.example/road|the road>.',
    '<@U1>: Add: <https://gazette.example/road>',
    'please add <https://gazette.example/road>',
    'could you add this? <https://gazette.example/road>',
    '<https://gazette.example/road> add this to the library, please',
    'add gazette.example/road',
    'add (https://gazette.example/road).',
    'add <https://gazette.example/road> <https://gazette.example/road>',
  ])('%s', (text) => {
    expect(readWanted({ text })).toEqual([road]);
  });

  it('names files, which need no word, and links, which alone need none in private', () => {
    expect(readWanted({ text: '', files })).toEqual([file]);
    expect(readWanted({ text: 'here is the report', files })).toEqual([file]);
    expect(readWanted({ text: 'add <https://gazette.example/road>', files })).toEqual([road, file]);
    const text = '<https://gazette.example/road>';
    expect(readWanted({ text, isDirect: true })).toEqual([road]);
    expect(readWanted({ text })).toBeUndefined();
  });

  it.each([
    'what does <https://gazette.example/road> add to the debate?',
    'did Russia add <https://gazette.example/road|sanctions>?',
    'address <https://gazette.example/road>',
    'add',
    'add up the exports',
    'why did China add tariffs',
  ])('is not: %s', (text) => {
    expect(readWanted({ text })).toBeUndefined();
  });

  it('asks a question where it asks one, whatever is attached', () => {
    expect(readWanted({ text: 'what does Russia think of this?', files })).toBeUndefined();
  });

  it('names nothing that is none of Slack’s files, and no name of ours', () => {
    const odd = [{ id: '../x' }, null, 'F2', { id: 'F3', name: '<!channel> *a*'.repeat(50) }];
    const [only, ...others] = allIn({ text: '', files: odd });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'F3', name: expect.not.stringContaining('<!') });
  });
});

import { describe, expect, it } from '@jest/globals';
import { problemsOf, problemToMessage } from '../../src/block-kit/check.ts';
import { homeView, modalView } from '../../src/block-kit/view-check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const divider = { type: 'divider' };
const input = { type: 'input', label: plain('Q'), element: { type: 'plain_text_input' } };
const modal = { type: 'modal', title: plain('Title'), blocks: [divider] };

function messages(check: typeof modalView, view: unknown): string[] {
  return problemsOf(check, view, '/view').map(problemToMessage);
}

describe('a modal', () => {
  it('may be a title, blocks and buttons', () => {
    const view = { ...modal, blocks: [input], submit: plain('Save'), close: plain('Cancel') };
    expect(messages(modalView, view)).toEqual([]);
  });

  it('may have a field for one to ten files', () => {
    const withFiles = (max_files: number) => ({
      ...modal,
      submit: plain('Save'),
      blocks: [{ ...input, element: { type: 'file_input', filetypes: ['pdf'], max_files } }],
    });
    expect(messages(modalView, withFiles(10))).toEqual([]);
    expect(messages(modalView, withFiles(11))).toEqual([
      '[ERROR] must be between 1 and 10 [json-pointer:/view/blocks/0/element/max_files]',
    ]);
  });

  it.each([
    [
      'without a title',
      { type: 'modal', blocks: [] },
      'missing required field: title [json-pointer:/view]',
    ],
    [
      'with a long title',
      { ...modal, title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'with inputs but no way to submit',
      { ...modal, blocks: [input] },
      'missing required field: submit (a view with input blocks needs one) [json-pointer:/view]',
    ],
    [
      'with 101 blocks',
      { ...modal, blocks: Array.from({ length: 101 }, () => divider) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'with much private metadata',
      { ...modal, private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'with feedback buttons',
      { ...modal, blocks: [{ type: 'context_actions', elements: [] }] },
      'unsupported type: context_actions [json-pointer:/view/blocks/0/type]',
    ],
    [
      'of another type',
      { ...modal, type: 'home' },
      'unsupported type: home [json-pointer:/view/type]',
    ],
  ])('may not be %s', (_what, view, message) => {
    expect(messages(modalView, view)).toContain(`[ERROR] ${message}`);
  });
});

describe('a Home tab', () => {
  it('may hold 100 blocks and no title', () => {
    const blocks = Array.from({ length: 100 }, () => divider);
    expect(messages(homeView, { type: 'home', blocks })).toEqual([]);
    expect(messages(homeView, { ...modal, type: 'home' })).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ]);
  });
});

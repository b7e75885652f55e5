import { describe, expect, it } from '@jest/globals';
import { newQuestion } from '../../src/store/question-row.ts';
import type { Questions } from '../../src/store/questions.ts';
import { type Change, Unrecorded } from '../../src/store/unrecorded.ts';
import { asked } from './question-book-contract.ts';

/** A book that only notes what it is told. */
function noteBook(adopt: () => Promise<void> = async () => {}) {
  const written: string[] = [];
  const book = { adopt: () => adopt().then(() => void written.push('adopt')) };
  const change =
    (name: string, work: () => Promise<void> = async () => {}): Change =>
    () =>
      work().then(() => void written.push(name));
  return { book: book as unknown as Questions, written, change };
}

const question = newQuestion(asked('k1'), 0);
const { id } = question;

describe('what the database could not be told', () => {
  it('is told the question first, then only the last of its changes, and once', async () => {
    const { book, written, change } = noteBook();
    const unrecorded = new Unrecorded();
    unrecorded.addClaim(question);
    for (const name of ['one', 'two']) unrecorded.addChange(id, change(name));
    const done: string[] = [];
    const record = () => unrecorded.record(book, (known) => void done.push(known));
    await Promise.all([record(), record()]);
    await record();
    expect([written, done]).toEqual([['adopt', 'two'], [id]]);
  });

  it('loses no change that comes while another one is written', async () => {
    const { book, written, change } = noteBook();
    const unrecorded = new Unrecorded();
    const addTwo = async () => unrecorded.addChange(id, change('two'));
    unrecorded.addChange(id, change('one', addTwo));
    await unrecorded.record(book, () => {});
    expect(written).toEqual(['one', 'two']);
  });

  it('is kept in order when the database goes away again', async () => {
    let isAway = true;
    const away = async () => {
      if (isAway) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    const { book, written, change } = noteBook(away);
    const unrecorded = new Unrecorded();
    unrecorded.addClaim(question);
    unrecorded.addChange(id, change('one'));
    await expect(unrecorded.record(book, () => {})).rejects.toThrow('away');
    expect(unrecorded.hasClaim(id)).toBe(true);
    isAway = false;
    await unrecorded.record(book, () => {});
    expect(written).toEqual(['adopt', 'one']);
    expect(unrecorded.hasClaim(id)).toBe(false);
  });

  it('is not held up by what the database refuses for ever', async () => {
    const refused = () =>
      Promise.reject(Object.assign(new Error('no such character'), { code: '22021' }));
    const { book, written, change } = noteBook(refused);
    const unrecorded = new Unrecorded();
    unrecorded.addClaim(question);
    unrecorded.addChange('other', change('one'));
    await unrecorded.record(book, () => {});
    expect(written).toEqual(['one']);
    expect(unrecorded.hasClaim(id)).toBe(false);
  });
});

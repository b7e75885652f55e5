import { expect, it } from '@jest/globals';
import { isSameName, numeralsOf } from '../../../src/language/english/same-name.ts';

it.each([
  ['Korea', 'Korean'],
  ['German', 'Germany'],
  ['Germany', 'Germans'],
  ['Congress', 'Congressional'],
])('are forms of one name: %s and %s', (one, other) => {
  expect(isSameName(one.toLowerCase(), other.toLowerCase())).toBe(true);
});

it.each([
  ['Iran', 'Iraq'],
  ['Niger', 'Nigeria'],
  ['Mali', 'Malta'],
])('are names of two: %s and %s', (one, other) => {
  expect(isSameName(one.toLowerCase(), other.toLowerCase())).toBe(false);
});

it('has a number in words and as the Roman numeral of wars and kings', () => {
  expect(numeralsOf('2')).toEqual(expect.arrayContaining(['two', 'second', 'ii']));
  expect(numeralsOf('14')).toContain('xiv');
  expect(numeralsOf('1')).toEqual([]);
});

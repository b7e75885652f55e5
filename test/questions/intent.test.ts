import { describe, expect, it } from '@jest/globals';
import { readIntent } from '../../src/questions/intent.ts';

const question = (text: string) => ({ kind: 'question', text });

describe('what somebody wants', () => {
  it.each([
    ['', { kind: 'help' }],
    ['  \n', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['Help!', { kind: 'help' }],
    ['Помощь', { kind: 'help' }],
    ['帮助！', { kind: 'help' }],
    ['помощь Китаю', question('помощь Китаю')],
    ['help me understand THAAD', question('help me understand THAAD')],
    ['sources', { kind: 'sources' }],
    ['STATUS?', { kind: 'status' }],
    ['sources of gas', question('sources of gas')],
    ['article hammond-2017', { kind: 'article', id: 'hammond-2017' }],
    ['Article Hammond-2017', { kind: 'article', id: 'hammond-2017' }],
    ['article', { kind: 'incomplete', word: 'article' }],
    ['article five of NATO', question('article five of NATO')],
    ['timeline thaad', { kind: 'timeline', text: 'thaad', order: 'oldest' }],
    ['Timeline newest first gas deal', { kind: 'timeline', text: 'gas deal', order: 'newest' }],
    ['timeline oldest gas', { kind: 'timeline', text: 'gas', order: 'oldest' }],
    ['timeline newest', { kind: 'timeline', text: 'newest', order: 'oldest' }],
    ['timeline', { kind: 'incomplete', word: 'timeline' }],
    ['verify "So be it" — Li', { kind: 'verify', text: '"So be it" — Li' }],
    ['Verify: so be it', { kind: 'verify', text: 'so be it' }],
    ['verify whether Xi met Putin', question('verify whether Xi met Putin')],
    ['Verify:', { kind: 'incomplete', word: 'verify' }],
    ['ask verify', question('verify')],
    ['verify', { kind: 'incomplete', word: 'verify' }],
    ['ask help', question('help')],
    ['ask  article hammond-2017', question('article hammond-2017')],
    ['ask', { kind: 'incomplete', word: 'ask' }],
    [': help', { kind: 'help' }],
    ['*help*', { kind: 'help' }],
    [', sources', { kind: 'sources' }],
    ['- status', { kind: 'status' }],
    ['Hello!', { kind: 'greeting', isThanks: false }],
    ['hey there', { kind: 'greeting', isThanks: false }],
    ['What can you do?', { kind: 'greeting', isThanks: false }],
    ['Great, thanks a lot!', { kind: 'greeting', isThanks: true }],
    ['thank you, this was really useful.', { kind: 'greeting', isThanks: true }],
    ['Thanks! That is very helpful', { kind: 'greeting', isThanks: true }],
    ['thanks, that was sanctions?', question('thanks, that was sanctions?')],
    ['Здравствуйте!', { kind: 'greeting', isThanks: false }],
    ['спасибо большое', { kind: 'greeting', isThanks: true }],
    ['你好！', { kind: 'greeting', isThanks: false }],
    ['谢谢大家', { kind: 'greeting', isThanks: true }],
    ['спасибо Китаю за что?', question('спасибо Китаю за что?')],
    ['thanks to whom did trade grow?', question('thanks to whom did trade grow?')],
    ['> "So be it" verify this', { kind: 'verify', text: '"So be it"' }],
    [' why  THAAD? ', question('why  THAAD?')],
  ])('by typing %j', (typed, intent) => {
    expect(readIntent(typed)).toEqual(intent);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  asksForMore,
  asksForSource,
  leansOnEarlier,
  topicNamed,
} from '../../src/language/follow-ups.ts';

describe('a follow-up', () => {
  it.each([
    'and China?',
    'why?',
    'when was that?',
    'who turned it down?',
    'А Китай?',
    'Почему?',
    'Когда это было?',
    'Кто его подписал?',
    'А что сказал об этом Пекин?',
    '那中国呢？',
    '为什么？',
    '它什么时候签的？',
    '那是什么时候？',
    '他还说了什么？',
    '這個協議是誰簽的？',
    '俄羅斯呢？',
  ])('%s leans on what was said before', (text) => {
    expect(leansOnEarlier(text)).toBe(true);
  });

  it.each([
    'What did Beijing say about the deployment of THAAD in South Korea?',
    'what was said about pandas',
    'Что Пекин сказал о размещении комплексов в Южной Корее?',
    'Сколько газа Россия поставила Китаю по трубопроводу?',
    '北京对在韩国部署萨德系统说了什么？',
    '俄罗斯去年向中国出口了多少天然气？',
    '中國反對南韓部署薩德的原因是什麼？',
  ])('is no question that says itself what it is about: %s', (text) => {
    expect(leansOnEarlier(text)).toBe(false);
  });

  it.each([
    'tell me more',
    'anything else?',
    'Расскажи подробнее',
    'Ещё?',
    'а что ещё',
    '还有吗？',
    '多说一点',
    '請繼續',
    '详细说说',
  ])('%s asks for more of the same', (text) => {
    expect(asksForMore(text)).toBe(true);
  });

  it.each([
    'who wrote that?',
    "what's the source?",
    'Кто это написал?',
    'Откуда это?',
    'Чьи это слова?',
    '谁写的？',
    '这是谁说的？',
    '出处是哪里？',
    '作者是誰？',
  ])('%s asks whose words they were', (text) => {
    expect(asksForSource(text)).toBe(true);
  });

  it.each([
    'Расскажи подробнее о санкциях',
    '继续部署萨德的是谁？',
    'what more did Beijing demand?',
    '谁写了这份报告的前言？',
    'кто написал доклад о границе?',
  ])('with a subject of its own asks for that: %s', (text) => {
    expect(asksForMore(text) || asksForSource(text)).toBe(false);
  });

  it('knows keywords from questions', () => {
    expect(topicNamed('tell me about the Power of Siberia')).toBe('Power of Siberia');
    expect(topicNamed('Расскажите про «Силу Сибири»')).toBe('«Силу Сибири»');
    expect(topicNamed('萨德系统？')).toBe('萨德系统');
    for (const question of ['Кто подписал договор?', '谁签了协议？', 'who signed?']) {
      expect(topicNamed(question)).toBeUndefined();
    }
  });
});

import type { Topic } from './message.ts';

/** The line of citation beside a quote; the styles of the citation window have conventions of their own. */
export const citationTexts = {
  comma: { en: ', ', ru: ', ', zh: '，' },
  /** English sets the comma inside of the quotation marks. */
  title: { en: '"{title},"', ru: '«{title}»', zh: '《{title}》' },
  askingTitle: { en: '"{title}"', ru: '«{title}»', zh: '《{title}》' },
  translatedTitle: {
    en: '"{title}" [{translated}],',
    ru: '«{title}» [{translated}]',
    zh: '《{title}》[{translated}]',
  },
  afterTitle: { en: ' ', ru: ', ', zh: '，' },
  noDate: { en: 'n.d.', ru: 'б. д.', zh: '日期不详' },
  two: { en: '{first} and {second}', ru: '{first}, {second}', zh: '{first}、{second}' },
  three: {
    en: '{first}, {second}, and {third}',
    ru: '{first}, {second}, {third}',
    zh: '{first}、{second}、{third}',
  },
  many: { en: '{first} et al.', ru: '{first} и др.', zh: '{first}等' },
  page: { en: 'p. {page}', ru: 'с. {page}', zh: '第{page}页' },
  /** The number is ours: no publisher counts paragraphs. */
  paragraph: {
    en: 'para. {number}, counted',
    ru: 'абз. {number} по нашему счёту',
    zh: '第{number}段（按本库计数）',
  },
  heading: { en: 'under "{heading}"', ru: 'раздел «{heading}»', zh: '“{heading}”一节' },
  isBrief: { en: ' (brief)', ru: ' (пересказ)', zh: '（转述）' },
  isOriginal: { en: ' (original)', ru: ' (оригинал)', zh: '（原文）' },
  briefAfter: {
    en: 'In brief, after {whom}',
    ru: 'Наш пересказ, источник — {whom}',
    zh: '本库转述（{whom}）',
  },
  quotedTitle: { en: '"{title}"', ru: '«{title}»', zh: '《{title}》' },
  brief: { en: '{brief}: {words}', ru: '{brief}: {words}', zh: '{brief}：{words}' },
  quote: { en: '“{words}”', ru: '«{words}»', zh: '“{words}”' },
} as const satisfies Topic;

import type { Topic } from './message.ts';

/** A timeline: what stands above it, above each of its dates and on its buttons. */
export const timelineTexts = {
  found: {
    en: 'Timeline: {passages, plural, one {# passage} other {# passages}} from {articles, plural, one {# article} other {# articles}}',
    ru: 'Хронология: {passages, plural, one {# фрагмент} few {# фрагмента} many {# фрагментов} other {# фрагмента}} из {articles, plural, one {# статьи} few {# статей} many {# статей} other {# статьи}}',
    zh: '时间线：{articles, number} 篇文章中的 {passages, number} 个段落',
  },
  oldestFirst: {
    en: 'oldest first, by the dates in the text, or else of publication',
    ru: 'от старых к новым, по датам в тексте, а если их нет — по дате публикации',
    zh: '由旧到新，按文中日期排列，没有日期的按发表日期',
  },
  newestFirst: {
    en: 'newest first, by the dates in the text, or else of publication',
    ru: 'от новых к старым, по датам в тексте, а если их нет — по дате публикации',
    zh: '由新到旧，按文中日期排列，没有日期的按发表日期',
  },
  page: {
    en: 'page {page, number} of {pages, number}',
    ru: 'страница {page, number} из {pages, number}',
    zh: '第 {page, number} 页，共 {pages, number} 页',
  },
  published: { en: 'Published {date}', ru: 'Опубликовано: {date}', zh: '发表于{date}' },
  approximate: { en: '{words} (approximate)', ru: '{words} (примерно)', zh: '{words}（大约）' },
  undated: { en: 'Without a date', ru: 'Без даты', zh: '无日期' },
  turnNewest: { en: 'Newest first', ru: 'Сначала новые', zh: '由新到旧' },
  turnOldest: { en: 'Oldest first', ru: 'Сначала старые', zh: '由旧到新' },
  nextPage: { en: 'Next page', ru: 'Следующая страница', zh: '下一页' },
} as const satisfies Topic;

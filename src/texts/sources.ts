import type { Topic } from './message.ts';

/** The list of the library's articles, and the record of one. */
export const sourceTexts = {
  holds: {
    en: 'The library holds {articles, plural, one {# article} other {# articles}}.',
    ru: 'В библиотеке {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}.',
    zh: '资料库里有 {articles, number} 篇文章。',
  },
  read: { en: 'Read', ru: 'Читать', zh: '阅读' },
  readTitle: { en: 'Read “{title}”', ru: 'Читать «{title}»', zh: '阅读《{title}》' },
  hint: {
    en: '{command} article ID tells more of one; author:, publisher:, before: and after: narrow a question down.',
    ru: '{command} article КОД — подробнее об одной; author:, publisher:, before: и after: сужают вопрос.',
    zh: '{command} article 编号 可查看某一篇的详情；author:、publisher:、before: 和 after: 可缩小问题的范围。',
  },
  hintUnlisted: {
    en: '{unlisted, plural, one {# more is} other {# more are}} not listed. {hint}',
    ru: 'Ещё {unlisted, plural, one {# статья не показана} few {# статьи не показаны} many {# статей не показаны} other {# статьи не показаны}}. {hint}',
    zh: '另有 {unlisted, number} 篇未列出。{hint}',
  },
  isBrief: {
    en: '{paragraphs, plural, one {# paragraph} other {# paragraphs}}; the stored text is a brief: our retelling, paragraph by paragraph.',
    ru: '{paragraphs, plural, one {# абзац} few {# абзаца} many {# абзацев} other {# абзаца}}; хранится пересказ: наше изложение, абзац за абзацем.',
    zh: '{paragraphs, number} 个段落；存的是转述，即我们逐段的复述。',
  },
  isOriginal: {
    en: "{paragraphs, plural, one {# paragraph} other {# paragraphs}}; the stored text is the publisher's own text.",
    ru: '{paragraphs, plural, one {# абзац} few {# абзаца} many {# абзацев} other {# абзаца}}; хранится текст самого издания.',
    zh: '{paragraphs, number} 个段落；存的是出版方的原文。',
  },
  sections: { en: 'Sections: {headings}.', ru: 'Разделы: {headings}.', zh: '小标题：{headings}。' },
  madeFrom: { en: 'Made from {file}.', ru: 'Источник — файл {file}.', zh: '来自文件 {file}。' },
  none: {
    en: 'The library has no article “{id}”.',
    ru: 'В библиотеке нет статьи «{id}».',
    zh: '资料库里没有编号为“{id}”的文章。',
  },
  itHas: { en: '\nIt has {ids}.', ru: '\nЕсть такие: {ids}.', zh: '\n现有：{ids}。' },
} as const satisfies Topic;

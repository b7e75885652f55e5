import type { Topic } from './message.ts';

/** The window with citations, and what is sent from it. */
export const citeTexts = {
  cite: { en: 'Cite', ru: 'Ссылка на источник', zh: '引用' },
  citeAll: { en: 'Cite all', ru: 'Все ссылки', zh: '全部引用' },
  citeMessage: { en: 'Cite this message', ru: 'Ссылки сообщения', zh: '引用此消息' },
  citeThread: { en: 'Cite this thread', ru: 'Ссылки этой ветки', zh: '引用此消息列' },
  nothingToCite: {
    en: 'I have given no answer with quotes in this thread, or it is no longer kept, or the library has changed since.',
    ru: 'В этой ветке нет моих ответов с цитатами, или они больше не хранятся, или библиотека с тех пор изменилась.',
    zh: '我在这个消息列里没有给过带引文的回答，或回答已不再保存，或资料库已有变动。',
  },
  inThread: {
    en: '{answers, plural, one {# answer} other {# answers}} in this thread, {paragraphs, plural, one {# quoted paragraph} other {# quoted paragraphs}}.',
    ru: 'В этой ветке {answers, plural, one {# ответ} few {# ответа} many {# ответов} other {# ответа}} и {paragraphs, plural, one {# цитируемый абзац} few {# цитируемых абзаца} many {# цитируемых абзацев} other {# цитируемого абзаца}}.',
    zh: '这个消息列里有 {answers, number} 个回答，引用了 {paragraphs, number} 个段落。',
  },
  lost: {
    en: "{answers, plural, one {# answer} other {# answers}} can't be cited any more: the library has changed since.",
    ru: 'На {answers, plural, one {# ответ} few {# ответа} many {# ответов} other {# ответа}} сослаться уже нельзя: библиотека с тех пор изменилась.',
    zh: '有 {answers, number} 个回答已无法引用：资料库已有变动。',
  },
  tooLong: {
    en: 'Too long to be shown here: {entries, number}.',
    ru: 'Слишком длинных, чтобы показать здесь: {entries, number}.',
    zh: '因太长而无法在此显示：{entries, number} 条。',
  },
  style: { en: 'Style', ru: 'Стиль', zh: '格式' },
  sendFile: { en: 'Send me the file', ru: 'Прислать файл', zh: '把文件发给我' },
  sendText: { en: 'Send me this to copy', ru: 'Прислать для копирования', zh: '发给我以便复制' },
  wholeThread: { en: 'Cite the whole thread', ru: 'Ссылки всей ветки', zh: '引用整个消息列' },
  backToFirst: { en: 'Back to page 1', ru: 'На страницу 1', zh: '回到第 1 页' },
  nextPage: {
    en: 'Next page ({page, number} of {pages, number})',
    ru: 'Следующая страница ({page, number} из {pages, number})',
    zh: '下一页（第 {page, number} 页，共 {pages, number} 页）',
  },
  briefNote: {
    en: "A brief is our retelling: the words are ours, not the author's. Cite the article for what it says, not for these words.",
    ru: 'Пересказ сделан нами: это наши слова, а не автора. Ссылайтесь на статью как на источник сведений, а не этих слов.',
    zh: '转述是我们的复述，用的是我们的话，不是作者的。引用文章时请引其内容，不要引这些字句。',
  },
  inferredNote: {
    en: 'What stands in [square brackets] was deduced from the contents.',
    ru: 'То, что стоит в [квадратных скобках], выведено из содержания.',
    zh: '[方括号]里的内容是根据文章内容推断的。',
  },
  styleNote: {
    en: 'Titles keep the capitals that their publisher gave them; paragraphs are counted by us.',
    ru: 'Заголовки оставлены с прописными буквами издания; абзацы считаем мы.',
    zh: '标题保留出版方的大小写；段落由我们计数。',
  },
  beside: {
    en: '{beside} ({quotes, plural, one {quote} other {quotes}} in ¶ {paragraphs} of {article})\n',
    ru: '{beside} ({quotes, plural, one {цитата} few {цитаты} many {цитаты} other {цитаты}}: ¶ {paragraphs}, {article})\n',
    zh: '{beside}（{article} 第 {paragraphs} 段的{quotes, plural, other {引文}}）\n',
  },
  articlesAs: {
    en: '{articles, plural, one {# article} other {# articles}} as {style}',
    ru: '{style}: {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}',
    zh: '{style}：{articles, number} 篇文章',
  },
  citations: { en: 'Citations, {style}', ru: 'Ссылки, {style}', zh: '引文出处，{style}' },
  notSent: {
    en: '{what}. Not sent: {missing}.',
    ru: '{what}. Не отправлено: {missing}.',
    zh: '{what}。未发送：{missing}。',
  },
  furtherPages: {
    en: '{pages, plural, one {# further page} other {# further pages}} in the window',
    ru: 'ещё {pages, plural, one {# страница} few {# страницы} many {# страниц} other {# страницы}} в окне',
    zh: '窗口里还有 {pages, number} 页',
  },
  tooLongForSlack: {
    en: '{citations, plural, one {# citation} other {# citations}} too long for Slack',
    ru: '{citations, plural, one {# ссылка слишком длинна} few {# ссылки слишком длинны} many {# ссылок слишком длинны} other {# ссылки слишком длинны}} для Slack',
    zh: '{citations, number} 条对 Slack 来说太长',
  },
  nothingSent: {
    en: 'Nothing was sent: the library no longer holds these paragraphs.',
    ru: 'Ничего не отправлено: этих абзацев в библиотеке больше нет.',
    zh: '没有发送：资料库里已没有这些段落。',
  },
  sentFile: {
    en: 'Sent to you as a file: look under Messages of this app.',
    ru: 'Отправлено вам файлом: смотрите «Сообщения» этого приложения.',
    zh: '已以文件形式发给您：请看本应用的“消息”。',
  },
  sentMessage: {
    en: 'Sent to you as a message: look under Messages of this app.',
    ru: 'Отправлено вам сообщением: смотрите «Сообщения» этого приложения.',
    zh: '已以消息形式发给您：请看本应用的“消息”。',
  },
  notTaken: {
    en: 'Slack did not take the message ({code}). Please try again, or copy from here.',
    ru: 'Slack не принял сообщение ({code}). Попробуйте ещё раз или скопируйте отсюда.',
    zh: 'Slack 没有接收消息（{code}）。请重试，或直接从这里复制。',
  },
} as const satisfies Topic;

import type { Topic } from './message.ts';

/** The Home tab, and the questions that are suggested in the messages. */
export const homeTexts = {
  title: { en: 'I find the passage', ru: 'Я нахожу цитату', zh: '我负责找到原文' },
  intro: {
    en: "I quote the originals of the team's library word for word and show our briefs of other articles as such, each with a citation. Ask me here under {messages}, mention me in a channel, or type in any channel:\n",
    ru: 'Оригиналы из библиотеки команды я цитирую дословно, пересказы других статей помечаю; всё с указанием источника. Спросите меня здесь, во вкладке {messages}, упомяните в канале или напишите в любом канале:\n',
    zh: '团队资料库里有原文的，我逐字引用；其他文章给出转述并注明，每条都附出处。可以在这里的{messages}里问我，在频道里提及我，或在任何频道输入：\n',
  },
  messages: { en: 'Messages', ru: 'Сообщения', zh: '消息' },
  question: {
    en: 'passages about it; only you see the answer',
    ru: 'цитаты об этом; ответ увидите только вы',
    zh: '相关段落，回答只有您能看到',
  },
  verify: {
    en: 'whether these are the words, and whose',
    ru: 'те ли это слова и чьи они',
    zh: '原话是不是这样，是谁说的',
  },
  digest: {
    en: 'what is new, by a timetable or as it comes',
    ru: 'новое, по расписанию или сразу',
    zh: '新到文章，定时或即时通报',
  },
  sources: {
    en: 'the articles, each to be read',
    ru: 'статьи, каждую можно прочитать',
    zh: '文章列表，可逐篇阅读',
  },
  help: { en: 'everything else', ru: 'всё остальное', zh: '其他功能' },
  last: { en: 'Your last questions', ru: 'Ваши последние вопросы', zh: '您最近的问题' },
  library: { en: 'The library', ru: 'Библиотека', zh: '资料库' },
  review: {
    en: '{articles, plural, one {# article waits} other {# articles wait}} to be looked over: {names}.',
    ru: '{articles, plural, one {# статья ждёт} few {# статьи ждут} many {# статей ждут} other {# статьи ждут}} проверки: {names}.',
    zh: '有 {articles, number} 篇文章待复核：{names}。',
  },
  noDatabase: {
    en: 'The database is unavailable: answers come without memory.',
    ru: 'База данных недоступна: отвечаю без памяти о прошлом.',
    zh: '数据库暂不可用：回答不带历史记录。',
  },
  howAdded: {
    en: 'Articles are added with {command} LINK, or with npm run import, where I run.',
    ru: 'Статьи добавляют командой {command} ССЫЛКА или npm run import там, где я запущен.',
    zh: '用 {command} 链接 添加文章，或在运行我的机器上用 npm run import。',
  },
  sendsTo: {
    en: 'Questions and articles are sent to {host}, which finds passages by their meaning.',
    ru: 'Вопросы и статьи отправляются на {host}: там ищут по смыслу.',
    zh: '问题和文章会发送到 {host}，用来按意思查找。',
  },
  noLookUp: {
    en: 'They cannot be looked up at the moment.',
    ru: 'Сейчас их нельзя посмотреть.',
    zh: '暂时无法查看。',
  },
  noneYet: { en: 'None yet.', ru: 'Пока нет.', zh: '还没有。' },
  past: {
    en: '{question}\n{date}, {outcome}',
    ru: '{question}\n{date}, {outcome}',
    zh: '{question}\n{date}，{outcome}',
  },
  answered: { en: 'answered', ru: 'есть ответ', zh: '已回答' },
  perhaps: { en: 'closest passages', ru: 'близкие фрагменты', zh: '接近的段落' },
  unknown: { en: 'not in the library', ru: 'в библиотеке нет', zh: '资料库里没有' },
  checked: { en: 'checked', ru: 'проверено', zh: '已核对' },
  suggested: {
    en: 'Questions that the library answers',
    ru: 'На эти вопросы в библиотеке есть ответ',
    zh: '这些问题资料库里有答案',
  },
  working: {
    en: 'is searching the library…',
    ru: 'ищет в библиотеке…',
    zh: '正在查找资料库……',
  },
} as const satisfies Topic;

/**
 * Questions that are suggested, and what is asked when one is chosen. In Russian the topic stands where it
 * needs no case; beside a bare name no word is looked for that only asks.
 */
export const promptTexts = {
  question: {
    en: 'What is said about {topic}?',
    ru: '{topic}: что об этом говорится?',
    zh: '关于{topic}有什么说法？',
  },
  message: { en: 'What is said about {topic}?', ru: '{topic}', zh: '{topic}' },
} as const satisfies Topic;

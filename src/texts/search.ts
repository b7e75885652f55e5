import type { Topic } from './message.ts';

/** Why the library could not be searched, as the part of a sentence; and that sentence. */
export const searchTexts = {
  unsearchable: {
    en: "I could not search the library: {why}. So I can't say whether it has an answer; please ask again in a few minutes.",
    ru: 'Мне не удалось выполнить поиск по библиотеке: {why}. Поэтому я не знаю, есть ли в ней ответ; спросите ещё раз через несколько минут.',
    zh: '我无法检索资料库：{why}。因此我不知道其中有没有答案，请几分钟后再问。',
  },
  unread: {
    en: 'the database of its articles does not answer',
    ru: 'база данных со статьями не отвечает',
    zh: '文章数据库没有响应',
  },
  away: {
    en: 'its search server does not answer',
    ru: 'поисковый сервер не отвечает',
    zh: '检索服务器没有响应',
  },
  slow: {
    en: 'its search server did not answer in time',
    ru: 'поисковый сервер не ответил вовремя',
    zh: '检索服务器未能及时响应',
  },
  busy: {
    en: 'its search server takes no more questions just now',
    ru: 'поисковый сервер сейчас перегружен',
    zh: '检索服务器目前过于繁忙',
  },
  incomplete: {
    en: "a part of it can't be searched just now",
    ru: 'часть библиотеки сейчас недоступна для поиска',
    zh: '资料库有一部分暂时无法检索',
  },
  missing: {
    en: 'its index is not there, or not complete yet',
    ru: 'индекса нет, или он ещё не готов',
    zh: '索引不存在或尚未建成',
  },
  outdated: {
    en: 'its index was made by another version of mine',
    ru: 'индекс создан другой моей версией',
    zh: '索引由我的另一个版本建立',
  },
  refused: {
    en: 'its search server refuses me',
    ru: 'поисковый сервер отказывает мне в доступе',
    zh: '检索服务器拒绝了我的访问',
  },
  broken: {
    en: 'something is wrong with its search server',
    ru: 'с поисковым сервером что-то не так',
    zh: '检索服务器出了问题',
  },
} as const satisfies Topic;

import type { Topic } from './message.ts';

/** What is said of the feeds that the library follows. */
export const feedTexts = {
  none: {
    en: 'The library follows no feed yet. {example} adds one.',
    ru: 'Библиотека пока не следит ни за одной лентой. Добавить: {example}.',
    zh: '资料库尚未关注任何订阅源。添加：{example}。',
  },
  follows: {
    en: 'The library follows {feeds, plural, one {# feed} other {# feeds}}.',
    ru: 'Библиотека следит за {feeds, plural, one {# лентой} few {# лентами} many {# лентами} other {# ленты}}.',
    zh: '资料库关注 {feeds, number} 个订阅源。',
  },
  line: {
    en: '{number, number}. {title}: {state}',
    ru: '{number, number}. {title}: {state}',
    zh: '{number, number}. {title}：{state}',
  },
  well: {
    en: 'read, next visit {when}',
    ru: 'читается, следующий раз {when}',
    zh: '正常，下次读取 {when}',
  },
  broken: {
    en: 'can’t be read since {when}: {problem}',
    ru: 'не читается с {when}: {problem}',
    zh: '自 {when} 起无法读取：{problem}',
  },
  gone: {
    en: 'gone for good, and not asked any more',
    ru: 'больше не существует, запросы прекращены',
    zh: '已不存在，不再读取',
  },
  addedBy: { en: ' (added by {person})', ru: ' (добавлено: {person})', zh: '（由 {person} 添加）' },
  hint: {
    en: '{add} follows one more, {remove} ends it.',
    ru: '{add} добавит ленту, {remove} уберёт.',
    zh: '{add} 添加，{remove} 移除。',
  },
  added: {
    en: 'The library follows “{title}” now: {items, plural, one {# item} other {# items}}. What can be had whole becomes an article, bit by bit; the rest stands in digests as links.',
    ru: 'Теперь библиотека следит за «{title}», записей: {items, number}. Что доступно целиком, постепенно станет статьями; остальное будет в дайджестах ссылками.',
    zh: '资料库现已关注“{title}”，共 {items, number} 条。能取得全文的会陆续收入资料库，其余以链接列入摘编。',
  },
  known: {
    en: 'The library follows “{title}” already.',
    ru: 'Библиотека уже следит за «{title}».',
    zh: '资料库已在关注“{title}”。',
  },
  refused: {
    en: 'I can’t follow {address}: {problem}. Nothing was added.',
    ru: 'Не могу следить за {address}: {problem}. Ничего не добавлено.',
    zh: '无法关注 {address}：{problem}。未添加。',
  },
  tooMany: {
    en: 'The library follows {max, number} feeds, and can’t follow more. Remove one first.',
    ru: 'Библиотека следит уже за {max, number} лентами, больше нельзя. Сначала уберите одну.',
    zh: '资料库已关注 {max, number} 个订阅源，无法再添加。请先移除一个。',
  },
  removed: {
    en: 'The library does not follow “{title}” any more. Its articles stay.',
    ru: 'Библиотека больше не следит за «{title}». Статьи остаются.',
    zh: '资料库不再关注“{title}”。已收入的文章保留。',
  },
  unknown: {
    en: 'The library follows no feed of that name. {feeds} lists them.',
    ru: 'Ленты с таким именем нет. Список: {feeds}.',
    zh: '没有这个名称的订阅源。{feeds} 列出全部。',
  },
  several: {
    en: 'Which one: {titles}? Write its address or its number in the list.',
    ru: 'Какую: {titles}? Напишите адрес или номер в списке.',
    zh: '哪一个：{titles}？请写地址或列表中的编号。',
  },
  forLibrarians: {
    en: 'Feeds are added and removed by the librarians: {people}. Please ask one of them.',
    ru: 'Ленты добавляют и убирают библиотекари: {people}. Обратитесь к ним.',
    zh: '订阅源由资料管理员添加和移除：{people}。请联系他们。',
  },
  needsAddress: {
    en: 'Write {add} or {remove}.',
    ru: 'Напишите {add} или {remove}.',
    zh: '请写 {add} 或 {remove}。',
  },
  slow: {
    en: 'I am still reading {address}. {feeds} shows in a minute what came of it.',
    ru: 'Я ещё читаю {address}. Через минуту {feeds} покажет результат.',
    zh: '仍在读取 {address}。一分钟后用 {feeds} 查看结果。',
  },
  byFeed: {
    en: '{day}: {deed} from the feed “{title}”',
    ru: '{day}: {deed} из ленты «{title}»',
    zh: '{day}：{deed}，来自订阅源“{title}”',
  },
  tellBroken: {
    en: 'The feed “{title}”, which you added to the library, can’t be read since {when}: {problem}. I go on trying once a day; {remove} ends it.',
    ru: 'Лента «{title}», которую вы добавили в библиотеку, не читается с {when}: {problem}. Я пробую раз в день; {remove} уберёт её.',
    zh: '您添加的订阅源“{title}”自 {when} 起无法读取：{problem}。我每天重试一次；{remove} 可移除。',
  },
  tellGone: {
    en: 'The feed “{title}”, which you added to the library, is gone for good: {problem}. I don’t ask for it any more; {remove} takes it off the list.',
    ru: 'Ленты «{title}», которую вы добавили в библиотеку, больше нет: {problem}. Я её больше не запрашиваю; {remove} уберёт её из списка.',
    zh: '您添加的订阅源“{title}”已不存在：{problem}。我不再读取；{remove} 可将其从列表移除。',
  },
} as const satisfies Topic;

import type { Topic } from './message.ts';

/** Why an order about digests is not carried out as it was written. */
export const orderTexts = {
  noTime: {
    en: '“{said}” is no time. Write one such as 09:00 or 17:45.',
    ru: '«{said}»: это не время. Напишите, например, 09:00 или 17:45.',
    zh: '“{said}”不是时间。请写成 09:00 或 17:45 的形式。',
  },
  quarters: {
    en: '“{said}”: digests come at quarters of an hour, such as 09:00 or 17:45.',
    ru: '«{said}»: дайджесты приходят в начале каждой четверти часа, например, в 09:00 или 17:45.',
    zh: '“{said}”：摘编只在整刻发送，例如 09:00 或 17:45。',
  },
  twoHalves: {
    en: '“{said}” may be {first} or {second}. Write one of them.',
    ru: '«{said}» может значить {first} или {second}. Напишите одно из них.',
    zh: '“{said}”可能是 {first} 或 {second}。请写明其一。',
  },
  oneTime: {
    en: 'A digest comes at one time of the day, and here are {times}.',
    ru: 'Дайджест приходит раз в день, а здесь названо: {times}.',
    zh: '摘编每天只发送一次，这里却写了 {times}。',
  },
  whichTime: {
    en: 'At what time of the day? Write one such as 17:45.',
    ru: 'В котором часу? Напишите, например, 17:45.',
    zh: '几点？请写明，例如 17:45。',
  },
  rarer: {
    en: '“{said}”: digests come every day, or every week on days of your choice.',
    ru: '«{said}»: дайджесты приходят каждый день или каждую неделю в выбранные дни.',
    zh: '“{said}”：摘编每天发送，或每周在所选日子发送。',
  },
  dailyOrSome: {
    en: 'Every day, or only on some days? I read both.',
    ru: 'Каждый день или только в некоторые дни? Написано и то, и другое.',
    zh: '每天，还是只在某些日子？两种都写了。',
  },
  whichDays: {
    en: 'On which days? Write them, such as {example}.',
    ru: 'В какие дни? Напишите их, например: {example}.',
    zh: '哪几天？请写明，例如 {example}。',
  },
  offset: {
    en: '“{said}” has no summer time. Name a town, such as Moscow or New York.',
    ru: '«{said}» не учитывает летнее время. Назовите город.',
    zh: '“{said}”不含夏令时。请写城市名。',
  },
  severalZones: {
    en: '“{said}” may mean {zones}. Write one of them.',
    ru: '«{said}» может значить: {zones}. Напишите одно из них.',
    zh: '“{said}”可能是：{zones}。请写明其一。',
  },
  whichZone: {
    en: 'Which time zone: {zones}?',
    ru: 'Какой часовой пояс: {zones}?',
    zh: '哪个时区：{zones}？',
  },
  noZone: {
    en: '“{said}” is no time zone that I know. Name a town, or write its IANA name, such as Europe/Berlin.',
    ru: '«{said}»: такой часовой пояс мне неизвестен. Назовите город или имя IANA, например Europe/Berlin.',
    zh: '“{said}”不是我认识的时区。请写城市名，或 IANA 名称，例如 Europe/Berlin。',
  },
  passages: {
    en: '“{count}” passages are not possible. Write a number from 1 to 5.',
    ru: '«{count}»: столько цитат невозможно. Напишите число от 1 до 5.',
    zh: '不能引用“{count}”段。请写 1 到 5 之间的数字。',
  },
  newsOrTimes: {
    en: 'When something new comes, or at set times? I read both.',
    ru: 'Когда появляется новое или в заданное время? Написано и то, и другое.',
    zh: '有新文章时，还是定时？两种都写了。',
  },
  moreThanTopics: {
    en: '“{topics}” seems to hold more than topics.',
    ru: '«{topics}»: похоже, здесь не только темы.',
    zh: '“{topics}”似乎不只是主题。',
  },
  topics: { en: '{problem}', ru: '{problem}', zh: '{problem}' },
  tooLong: {
    en: 'That is too long for an order.',
    ru: 'Для распоряжения это слишком длинно.',
    zh: '这条指令太长。',
  },
  unread: {
    en: 'I did not understand “{words}”.',
    ru: 'Непонятно: «{words}».',
    zh: '我没读懂“{words}”。',
  },
  oneThing: {
    en: 'One thing at a time: I read {actions}.',
    ru: 'Пожалуйста, что-то одно. Написано: {actions}.',
    zh: '请一次只做一件事。这里写了：{actions}。',
  },
  alone: {
    en: '“{word}” stands alone, without settings.',
    ru: '«{word}» пишется отдельно, без настроек.',
    zh: '“{word}”须单独写，不带设置。',
  },
  noDate: {
    en: '“{said}” is no date that I know. Write {examples}.',
    ru: '«{said}»: такая дата мне непонятна. Напишите {examples}.',
    zh: '“{said}”不是我认识的日期。请写 {examples}。',
  },
} as const satisfies Topic;

/** Why a digest was not posted, by Slack's code or ours. */
export const reasonTexts = {
  notInChannel: {
    en: 'I am not in the channel; invite me there',
    ru: 'меня нет в канале, пригласите меня туда',
    zh: '我不在该频道，请邀请我加入',
  },
  channelNotFound: {
    en: 'I can’t see the channel: it was deleted, or it is private and I am not in it',
    ru: 'мне не виден канал: он удалён или закрыт, и меня в нём нет',
    zh: '我看不到该频道：已被删除，或是私有频道而我不在其中',
  },
  archived: { en: 'the channel is archived', ru: 'канал в архиве', zh: '该频道已归档' },
  missingScope: {
    en: 'the app lacks a scope; an administrator has to install it again',
    ru: 'приложению не хватает разрешения; администратор должен установить его заново',
    zh: '应用缺少权限，须由管理员重新安装',
  },
  restricted: {
    en: 'only some people may post in the channel',
    ru: 'писать в канал могут лишь некоторые',
    zh: '只有部分人可在该频道发言',
  },
  readOnly: { en: 'the channel is read-only', ru: 'канал только для чтения', zh: '该频道只读' },
  accountInactive: {
    en: 'the app’s account is switched off',
    ru: 'учётная запись приложения отключена',
    zh: '应用账号已停用',
  },
  invalidAuth: {
    en: 'Slack does not take the app’s token',
    ru: 'Slack не принимает токен приложения',
    zh: '应用的令牌无效',
  },
  tokenRevoked: {
    en: 'the app’s token was revoked',
    ru: 'токен приложения отозван',
    zh: '应用的令牌已被撤销',
  },
  rateLimited: {
    en: 'Slack took no more messages at the time',
    ru: 'Slack тогда больше не принимал сообщений',
    zh: '当时 Slack 不再接收消息',
  },
  unconfirmed: {
    en: 'Slack did not confirm it, and I may not read the channel to look; it may be there, so I did not post it twice',
    ru: 'Slack не подтвердил отправку, а читать канал мне нельзя; возможно, он там есть, поэтому второй раз я не отправлял',
    zh: 'Slack 未确认，而我无权查看该频道；可能已发出，因此未再次发送',
  },
  late: { en: 'I was away, or Slack was', ru: 'не работал я или Slack', zh: '我或 Slack 曾中断' },
  away: { en: 'I was away', ru: 'я не работал', zh: '我曾中断' },
  fault: {
    en: 'something broke; it is in my log',
    ru: 'что-то сломалось; это есть в журнале',
    zh: '出了故障，已记入日志',
  },
  down: { en: 'Slack was down', ru: 'Slack не работал', zh: 'Slack 出现故障' },
  unreachable: {
    en: 'Slack could not be reached',
    ru: 'Slack был недоступен',
    zh: '无法连接 Slack',
  },
  said: { en: 'Slack said {code}', ru: 'ответ Slack: {code}', zh: 'Slack 返回：{code}' },
} as const satisfies Topic;

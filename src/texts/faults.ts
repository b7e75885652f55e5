import type { Topic } from './message.ts';

/** Faults that are told with an answer or in its place. */
export const faultTexts = {
  tooSlow: {
    en: "It took me longer than {seconds, number} seconds to look for an answer, so I stopped and can't say whether there is one. It is in my log as {id}.",
    ru: 'Поиск ответа занял больше {seconds, plural, one {# секунды} few {# секунд} many {# секунд} other {# секунды}}, поэтому я его прервал и не могу сказать, есть ли ответ. Запись в моём журнале: {id}.',
    zh: '查找答案超过了 {seconds, number} 秒，我已停止，因此无法判断有没有答案。日志编号：{id}。',
  },
  broken: {
    en: "Something broke while I looked for an answer, so I can't say whether there is one. It is in my log as {id}.",
    ru: 'Во время поиска что-то сломалось, поэтому не могу сказать, есть ли ответ. Запись в моём журнале: {id}.',
    zh: '查找答案时出了故障，因此无法判断有没有答案。日志编号：{id}。',
  },
  late: {
    en: 'Asked {minutes, plural, one {# minute} other {# minutes}} ago; I was away or Slack was, sorry.',
    ru: 'Вопрос задан {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}} назад: не работал я или Slack, прошу прощения.',
    zh: '这是 {minutes, number} 分钟前的提问；我或 Slack 之前没有运行，抱歉。',
  },
  longQuestion: {
    en: 'Your question has more than {max, number} characters, so I did not read it. Please ask about a part of it.',
    ru: 'В вашем вопросе больше {max, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}, поэтому я его не читал. Спросите о какой-то его части.',
    zh: '您的问题超过 {max, number} 个字符，我没有读取。请只就其中一部分提问。',
  },
  longMessage: {
    en: 'That message has more than {max, number} characters, so I did not read it. Please ask about a part of it.',
    ru: 'В этом сообщении больше {max, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}, поэтому я его не читал. Спросите о какой-то его части.',
    zh: '该消息超过 {max, number} 个字符，我没有读取。请只就其中一部分提问。',
  },
} as const satisfies Topic;

/** What somebody is told in private of what they asked for and did not get, by why it was given up. */
export const givenUpTexts = {
  late: {
    en: '{what} in {channel} got no answer: I could not post it in time. Please ask again. It is in my log as {id}.',
    ru: '{what} ({channel}): ответа не было, я не успел опубликовать его вовремя. Спросите ещё раз. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）没有得到回答：我没能及时发出。请重新提问。日志编号：{id}。',
  },
  lateUnsure: {
    en: '{what} in {channel} may not have reached you: I could not post it in time. Please ask again. It is in my log as {id}.',
    ru: '{what} ({channel}): ответ мог не дойти, я не успел опубликовать его вовремя. Спросите ещё раз. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）的回答可能没有送达：我没能及时发出。请重新提问。日志编号：{id}。',
  },
  attempts: {
    en: '{what} in {channel} got no answer: I tried a hundred times, and Slack did not take it. Please ask again later. It is in my log as {id}.',
    ru: '{what} ({channel}): ответа не было, я пробовал сто раз, но Slack его не принял. Спросите позже. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）没有得到回答：我试了一百次，Slack 都没有接收。请稍后再问。日志编号：{id}。',
  },
  attemptsUnsure: {
    en: '{what} in {channel} may not have reached you: I tried a hundred times, and Slack did not take it. Please ask again later. It is in my log as {id}.',
    ru: '{what} ({channel}): ответ мог не дойти, я пробовал сто раз, но Slack его не принял. Спросите позже. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）的回答可能没有送达：我试了一百次，Slack 都没有接收。请稍后再问。日志编号：{id}。',
  },
  crash: {
    en: '{what} in {channel} got no answer: I went down each time I worked on it, so I leave it. Please ask in other words. It is in my log as {id}.',
    ru: '{what} ({channel}): ответа не было, на этом я каждый раз падал и больше не пробую. Спросите другими словами. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）没有得到回答：我每次处理都会崩溃，只好放弃。请换个说法再问。日志编号：{id}。',
  },
  crashUnsure: {
    en: '{what} in {channel} may not have reached you: I went down each time I worked on it, so I leave it. Please ask in other words. It is in my log as {id}.',
    ru: '{what} ({channel}): ответ мог не дойти, на этом я каждый раз падал и больше не пробую. Спросите другими словами. Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）的回答可能没有送达：我每次处理都会崩溃，只好放弃。请换个说法再问。日志编号：{id}。',
  },
  refused: {
    en: '{what} in {channel} got no answer: Slack does not let me post it ({code}). It is in my log as {id}.',
    ru: '{what} ({channel}): ответа не было, Slack не даёт его опубликовать ({code}). Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）没有得到回答：Slack 不允许我发出（{code}）。日志编号：{id}。',
  },
  refusedUnsure: {
    en: '{what} in {channel} may not have reached you: Slack does not let me post it ({code}). It is in my log as {id}.',
    ru: '{what} ({channel}): ответ мог не дойти, Slack не даёт его опубликовать ({code}). Запись в моём журнале: {id}.',
    zh: '{what}（{channel}）的回答可能没有送达：Slack 不允许我发出（{code}）。日志编号：{id}。',
  },
  question: { en: 'Your question', ru: 'Ваш вопрос', zh: '您的问题' },
  share: {
    en: 'The answer that you wanted to share',
    ru: 'Ответ, которым вы хотели поделиться',
    zh: '您想分享的回答',
  },
} as const satisfies Topic;

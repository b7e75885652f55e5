import type { Topic } from './message.ts';

/** Why somebody may not ask or change something. */
export const peopleTexts = {
  guest: {
    en: 'I answer full members of this workspace, and you are a guest in it. The people who run me can change that.',
    ru: 'Я отвечаю полноправным участникам этого рабочего пространства, а вы здесь гость. Это могут изменить те, кто меня обслуживает.',
    zh: '我只回答本工作区的正式成员，而您是访客。管理我的人可以更改这一点。',
  },
  stranger: {
    en: 'I answer members of the workspace that I was installed in, and you are from another one. The people who run me can change that.',
    ru: 'Я отвечаю участникам рабочего пространства, где меня установили, а вы из другого. Это могут изменить те, кто меня обслуживает.',
    zh: '我只回答安装了我的工作区的成员，而您来自另一个工作区。管理我的人可以更改这一点。',
  },
  deactivated: {
    en: 'This account is deactivated, so I do not answer it.',
    ru: 'Эта учётная запись отключена, поэтому я ей не отвечаю.',
    zh: '此账号已停用，因此我不作回答。',
  },
  forMembers: {
    en: 'Only full members of this workspace change its digests.',
    ru: 'Менять дайджесты могут только полноправные участники этого рабочего пространства.',
    zh: '只有本工作区的正式成员才能更改每日摘编。',
  },
  unknown: {
    en: "I don't know you yet and could not ask Slack who you are ({why}). Please try again in a minute.",
    ru: 'Я вас ещё не знаю и не смог спросить Slack, кто вы ({why}). Попробуйте через минуту.',
    zh: '我还不认识您，又无法向 Slack 查询您的身份（{why}）。请一分钟后再试。',
  },
  notForYou: { en: 'Not for you', ru: 'Недоступно', zh: '无权使用' },
} as const satisfies Topic;

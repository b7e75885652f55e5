/** The few emoji that bots commonly write by name; every other name is shown as it was written. */
export const emojiCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '+1': '👍',
    '-1': '👎',
    arrow_right: '➡️',
    ballot_box_with_check: '☑️',
    bell: '🔔',
    bookmark: '🔖',
    books: '📚',
    bulb: '💡',
    calendar: '📆',
    chart_with_upwards_trend: '📈',
    clipboard: '📋',
    clock1: '🕐',
    closed_book: '📕',
    cn: '🇨🇳',
    date: '📅',
    email: '📧',
    eyes: '👀',
    gear: '⚙️',
    globe_with_meridians: '🌐',
    heavy_check_mark: '✔️',
    hourglass_flowing_sand: '⏳',
    information_source: 'ℹ️',
    label: '🏷️',
    link: '🔗',
    lock: '🔒',
    mag: '🔍',
    mag_right: '🔎',
    memo: '📝',
    newspaper: '📰',
    no_entry: '⛔',
    page_facing_up: '📄',
    pushpin: '📌',
    question: '❓',
    raised_hands: '🙌',
    rocket: '🚀',
    rotating_light: '🚨',
    round_pushpin: '📍',
    ru: '🇷🇺',
    scroll: '📜',
    slightly_smiling_face: '🙂',
    smile: '😄',
    sparkles: '✨',
    speech_balloon: '💬',
    star: '⭐',
    tada: '🎉',
    thinking_face: '🤔',
    thumbsdown: '👎',
    thumbsup: '👍',
    wave: '👋',
    warning: '⚠️',
    white_check_mark: '✅',
    x: '❌',
  }),
);

/** The emoji of that name, or the name between colons as Slack shows a name it does not know. */
export function emojiCharacter(name: string): string {
  return emojiCharacters.get(name) ?? `:${name}:`;
}

/** The text with every emoji name that is known turned into its emoji. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (_, name: string) => emojiCharacter(name));
}

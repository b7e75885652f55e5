import { type LanguageCode, languageCodes } from '../language/languages.ts';

/** A language that the bot speaks; it is one of those that it reads. */
export type Locale = LanguageCode;

/**
 * The bot's language for somebody's locale, as Slack writes it (`ru-RU`, `zh-TW`): by its first part,
 * so that all Chinese is written in simplified characters; English for any other.
 */
export function localeOf(tag: string | undefined): Locale {
  const language = tag?.split(/[-_]/)[0]?.toLowerCase();
  return languageCodes.find((code) => code === language) ?? 'en';
}

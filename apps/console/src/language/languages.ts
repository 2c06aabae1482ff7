/** The languages of the console, as they stand in its addresses. */
export const languages = ['en', 'zh-CN'] as const;

export type Language = (typeof languages)[number];

/** What each calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

export const isLanguage = (name: unknown): name is Language => languages.some((language) => language === name);

/** The language that the reader's browser asks for first, of those that there are. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const name of wanted) {
    if (/^zh\b/i.test(name)) return 'zh-CN';
    if (/^en\b/i.test(name)) return 'en';
  }
  return 'en';
}

/** The languages of the site. A page in the first is at its plain address, in the others below the language's name. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string | undefined): text is Language => languages.some((each) => each === text);

/** Where the pages of a language begin, from the root of the site on. */
export const folderOf = (language: Language): string => (language === 'en' ? '' : `${language}/`);

/** The language that a page is written in. */
export type Language = 'en' | 'zh-CN';

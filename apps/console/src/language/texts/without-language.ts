import type { Language } from '../languages.js';

interface WithoutLanguage {
  readonly title: string;
  readonly help: string;
  readonly retry: string;
}

/** What is said where the console could not be loaded, with all else that is said in a language. */
export const withoutLanguage: Readonly<Record<Language, WithoutLanguage>> = {
  en: {
    title: 'The console could not be shown',
    help: 'Is there a network? If so, a newer version of the console may have taken the place of this one: reload the page.',
    retry: 'Try again',
  },
  'zh-CN': {
    title: '控制台无法显示',
    help: '请检查网络连接。如网络正常，控制台可能已更新，请重新加载页面。',
    retry: '重试',
  },
};

import type { ConfigProviderProps } from 'antd';
import type { DocumentTexts } from '../document/document-texts.js';
import type { Language } from './languages.js';
import type { Texts } from './texts/texts.js';

/** All that is said in one language: by the console, by the document, and by the component library. */
export interface Wording {
  readonly texts: Texts;
  readonly documentTexts: DocumentTexts;
  readonly componentTexts: NonNullable<ConfigProviderProps['locale']>;
}

/** Loads a language alone, so that nobody loads one that they do not read. */
export async function loadLanguage(language: Language): Promise<Wording> {
  switch (language) {
    case 'en': {
      const [{ en }, { documentTexts }, { default: componentTexts }] = await Promise.all([
        import('./texts/en.js'),
        import('../generated/document-texts.en.js'),
        import('antd/locale/en_US'),
      ]);
      return { texts: en, documentTexts, componentTexts };
    }
    case 'zh-CN': {
      const [{ zhCN }, { documentTexts }, { default: componentTexts }] = await Promise.all([
        import('./texts/zh-CN.js'),
        import('../generated/document-texts.zh-CN.js'),
        import('antd/locale/zh_CN'),
      ]);
      return { texts: zhCN, documentTexts, componentTexts };
    }
  }
}

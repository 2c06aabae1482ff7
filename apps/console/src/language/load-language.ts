import type { LaterState } from '@vpcep/client/checks';
import type { ConfigProviderProps } from 'antd';
import type { DocumentTexts } from '../document/document-texts.js';
import { documentTexts as documentTextsOf } from '../generated/document-texts.js';
import type { Language } from './languages.js';
import type { Texts } from './texts/texts.js';

/** All that is said in one language: by the console, by the document, and by the component library. */
export interface Wording {
  readonly texts: Texts;
  readonly documentTexts: DocumentTexts;
  readonly componentTexts: NonNullable<ConfigProviderProps['locale']>;
}

/**
 * Loads a language alone, so that nobody loads one that they do not read, with what the document says as of a month, or by
 * tables 1 to 7.
 */
export async function loadLanguage(language: Language, asOf: LaterState | undefined): Promise<Wording> {
  const ofDocument = documentTextsOf[asOf ?? 'tables'];
  switch (language) {
    case 'en': {
      const [{ en }, { documentTexts }, { default: componentTexts }] = await Promise.all([
        import('./texts/en.js'),
        ofDocument.en(),
        import('antd/locale/en_US'),
      ]);
      return { texts: en, documentTexts, componentTexts };
    }
    case 'zh-CN': {
      const [{ zhCN }, { documentTexts }, { default: componentTexts }] = await Promise.all([
        import('./texts/zh-CN.js'),
        ofDocument['zh-CN'](),
        import('antd/locale/zh_CN'),
      ]);
      return { texts: zhCN, documentTexts, componentTexts };
    }
  }
}

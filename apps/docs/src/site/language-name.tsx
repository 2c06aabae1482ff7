import type { Language } from './languages.js';
import { textsOf } from './texts.js';

/**
 * The name of a language in that language, to be shown among words of another one. The Chinese name is drawn: on an
 * English page it would be the only word for which the browser opens a Chinese font of 20 MB, before it shows anything,
 * and where there is no such font, it would be two boxes.
 */
export function LanguageName({ language }: { language: Language }) {
  const { languageName } = textsOf[language];
  if (language !== 'zh-CN') return languageName;
  return (
    <svg role="img" aria-label={languageName} viewBox="0 0 36 18" width="36" height="18">
      <path
        d="M3 4.5h12v6.5H3zM9 1v16M20 4.5h15M27 1l1 3.5M31.5 5C30.5 10.5 26.5 14.5 20.5 16.5M23 5c1.5 5 5.5 9.5 12 11.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  );
}

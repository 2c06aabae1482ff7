import { errors } from '@vpcep/openapi/documents';
import type { GuideText } from './guides.js';
import { markdownTable } from './markdown-table.js';
import { partTextsOf } from './part-texts.js';

/** The codes that say "too many calls", of the service and of the gateway before it, as a table. */
export function throttlingCodes({ language }: GuideText): string {
  const texts = partTextsOf[language];
  return markdownTable(
    [texts.code, texts.status, texts.meaning, texts.remedy],
    errors
      .filter(({ kind }) => kind === 'throttling')
      .map(({ code, status, message, remedy }) => [
        `[${code}](#${code})`,
        `\`${status}\``,
        `\`${message}\``,
        remedy[language],
      ]),
  );
}

import { operationsOf } from '@vpcep/openapi/reader';
import { callLink } from './call-link.js';
import type { GuideText } from './guides.js';
import { markdownTable } from './markdown-table.js';
import { partTextsOf } from './part-texts.js';

const code = (text: string) => `\`${text}\``;

/** The action of IAM that each call needs, as a table. */
export function permissions({ document, language }: GuideText): string {
  const texts = partTextsOf[language];
  return markdownTable(
    [texts.call, texts.action, texts.aliases],
    operationsOf(document).map((described) => {
      const { name, aliases = [] } = described.operation['x-iam-action'] ?? {};
      return [callLink(described), name === undefined ? texts.noAction : code(name), aliases.map(code).join(', ')];
    }),
  );
}

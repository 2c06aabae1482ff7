import { type Document, operationsOf, required } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { callLink } from './call-link.js';
import type { GuideText } from './guides.js';
import { partTextsOf } from './part-texts.js';
import { statePicture } from './state-picture.js';
import { statusOf, type Way } from './ways.js';

/** The states of a status, such as `ConnectionStatus`: what each means, a picture of them, and all ways between them. */
export function states({ document, language }: GuideText, status: string): string {
  const { schema, ways } = statusOf(document, status);
  const meanings = (schema.description ?? '').split('\n').filter((line) => line.startsWith('- '));
  const list = ways.map((way) => `${way.number}. ${wayInWords(document, language, way)}`);
  return [meanings.join('\n'), statePicture(document, language, status), list.join('\n')].join('\n\n');
}

/** A way in a line: what happens, from where to where, and by which call. */
function wayInWords(document: Document, language: Language, { summary, from, to, by, with: members = {} }: Way) {
  const texts = partTextsOf[language];
  const left = from.map((state) => (state === undefined ? texts.isNew : `\`${state}\``)).join(texts.comma);
  const line = `**${summary}**${texts.colon}${left} → ${to === undefined ? texts.isGone : `\`${to}\``}`;
  if (by === undefined) return `${line}${texts.comma}${texts.byItself}`;
  const operation = operationsOf(document).find(({ operationId }) => operationId === by);
  const call = callLink(required(operation, { pointer: '#/paths' }, `an operation ${by}`));
  const given = Object.entries(members).map(([name, value]) => `\`${name}: ${value}\``);
  return `${line}${texts.comma}${texts.byCall(call, given.join(texts.comma))}`;
}

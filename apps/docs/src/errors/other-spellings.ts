import { codeAliases } from '@vpcep/openapi/documents';

/** How some regions write a code, besides. */
export function otherSpellings(code: string): string[] {
  const [beginning = '', ...rest] = code.split('.');
  return Object.entries(codeAliases)
    .filter(([, meant]) => meant === beginning)
    .map(([alias]) => [alias, ...rest].join('.'));
}

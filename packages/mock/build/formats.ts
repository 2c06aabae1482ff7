import { fullFormats } from 'ajv-formats/dist/formats.js';

/**
 * A module with the formats of texts that something refers to, as Prism knows them.
 *
 * @throws Error when one of them is more than a regular expression.
 */
export function formatsModule(...referring: readonly unknown[]): string {
  const found = [...JSON.stringify(referring).matchAll(/"format":"([\w-]+)"/g)].map(([, name]) => name ?? '');
  const names = [...new Set(found)].filter((name) => name !== 'int64').sort();
  const rules = names.map((name) => {
    const rule = fullFormats[name as keyof typeof fullFormats];
    if (!(rule instanceof RegExp)) throw new Error(`there is no validator for the format ${name}`);
    return `  '${name}': ${String(rule)},\n`;
  });
  return `/** The formats of texts, by their names. */
export const formats: Readonly<Record<string, RegExp>> = {
${rules.join('')}};
`;
}

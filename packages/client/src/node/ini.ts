import { VpcepError } from '../errors/vpcep-error.js';

/**
 * Reads an INI file of sections and `key = value` lines. Readers of such files disagree on quotes, on comments after
 * values and on keys that come twice; what they read differently is refused rather than guessed. Comments stand on lines
 * of their own, after `#` or `;`. A key without a value counts as not there.
 *
 * @throws VpcepError with the number of the line and without its text, which may hold a secret.
 */
export function parseIni(text: string, file: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n/)
    .entries()) {
    const refuse = (rule: string): VpcepError => new VpcepError(`credentials: ${file}, line ${index + 1}: ${rule}`);
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const name = /^\[([^[\]]+)\]$/.exec(line)?.[1]?.trim();
    if (name !== undefined) {
      if (sections.has(name)) throw refuse('the section comes twice');
      section = new Map<string, string>();
      sections.set(name, section);
      continue;
    }
    const [, key, value] = /^([A-Za-z]\w*)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw refuse('must be [section], key = value or a comment');
    if (section === undefined) throw refuse('must follow a [section]');
    if (section.has(key)) throw refuse('the key comes twice in its section');
    if (/\s|^["']/.test(value)) {
      throw refuse('the value must have neither quotes around it nor spaces in it; comments go on lines of their own');
    }
    if (value !== '') section.set(key, value);
  }
  return sections;
}

import type { Scalar } from './rule.js';
import type { Text } from './text.js';

/** What to add to a sentence about items that are compared: what counts for members that are left out, and for spaces. */
export function comparisonNotes(defaults: Readonly<Record<string, Scalar>>, trim: boolean): Text {
  const counted = Object.entries(defaults);
  const en = counted.map(([name, fallback]) => `; ${name} left out counts as ${String(fallback)}`).join('');
  const zh = counted.map(([name, fallback]) => `，未填写的 ${name} 视为 ${String(fallback)}`).join('');
  return {
    en: `${en}${trim ? '; spaces at the edges do not count' : ''}`,
    'zh-CN': `${zh}${trim ? '，首尾空格不计' : ''}`,
  };
}

import type { Text } from './text.js';

/** Names in a row, such as `a, b and c`. */
export function row(names: readonly string[]): Text {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return { en: last, 'zh-CN': last };
  const others = names.slice(0, -1);
  return { en: `${others.join(', ')} and ${last}`, 'zh-CN': `${others.join('、')} 和 ${last}` };
}

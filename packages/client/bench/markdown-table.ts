/** A table in Markdown. All columns but the first hold numbers. */
export function markdownTable(head: string[], rows: string[][]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A number with as many digits as say something. */
export function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** How many times one number is another. */
export function ratio(value: number, base: number): string {
  return (value / base).toFixed(value / base < 0.1 ? 3 : 2);
}

/** A table in Markdown, with its names left and its numbers right. */
export function table(head: string[], rows: string[][]): string {
  const line = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A number with so many digits behind the point, or a dash for what there is not. */
export const shown = (value: number, digits: number): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));

/** The middle one of those that there are. */
export function median(values: number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

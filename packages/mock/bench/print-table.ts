/** Prints a table in Markdown. The first column is text, and the others are numbers. */
export function printTable(title: string, head: readonly string[], rows: readonly string[][]): void {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  const table = [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  console.log(`\n### ${title}\n\n${table}`);
}

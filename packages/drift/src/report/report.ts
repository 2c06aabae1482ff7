import type { Finding } from '../judge/finding.js';
import type { Traffic } from '../traffic/exchange.js';

/** What a report is about. */
export interface Subject {
  /** Such as a region. */
  where: string;
  /** Which document, by its version and hash. */
  document: string;
  /** What wrote the report. */
  tool: string;
  traffic: Traffic;
}

const kinds: Readonly<Record<Finding['kind'], string>> = {
  call: 'unknown call',
  status: 'unknown status',
  header: 'unknown header',
  field: 'unknown field',
  value: 'unknown value',
  rule: 'broken rule',
};

/** A report in Markdown, to be pasted into the form for issues. What it shows of answers is masked. */
export function reportOf(findings: readonly Finding[], { where, document, tool, traffic }: Subject): string {
  const head = [
    `- Region and date: ${where}, ${new Date().toISOString().slice(0, 10)}`,
    `- Document: ${document}`,
    `- Written by: ${tool}`,
    `- Answers: ${answersText(traffic)}`,
  ].join('\n');
  if (findings.length === 0) return `### No drift\n\n${head}\n\nEvery answer is as the document says.`;
  const rows = findings.map(({ kind, operation, status, place, document: says, example, count }) =>
    row([kinds[kind], operation, String(status), code(place), code(example), cell(says), String(count)]),
  );
  const header = row(['What', 'Operation', 'Status', 'Place', 'Answered (masked)', 'The document says', 'Times']);
  const table = [header, row(['---', '---', '---', '---', '---', '---', '--:']), ...rows].join('\n');
  return `### Drift: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}\n\n${head}\n\n${table}`;
}

function answersText({ exchanges, unanswered, elsewhere }: Traffic): string {
  const byStatus = new Map<number, number>();
  for (const { status } of exchanges) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const statuses = [...byStatus]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${count} with ${status}`);
  const others = [
    ...(unanswered > 0 ? [`${unanswered} calls without one`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} requests to others are left out`] : []),
  ];
  return [...statuses, ...others].join(', ');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => (text === '' ? '' : `\`${cell(text).replaceAll('`', "'")}\``);

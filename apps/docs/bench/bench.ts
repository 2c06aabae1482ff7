import { cpus } from 'node:os';
import { launchChromium } from '@vpcep/chromium';
import { type Visit, untilSearchAnswers, visit } from './measure.js';
import { serveFolder } from './static-host.js';
import { makeSubjects, type Subject } from './subjects.js';

/**
 * Measures the pages beside others made from the same document, in one run, and prints a table. `--quick` loads each once,
 * to see that it works; its numbers say little.
 */
const rounds = process.argv.includes('--quick') ? 1 : 5;

type Figures = Visit & { search: number };
interface Measured {
  subject: Subject;
  loads: Figures[];
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measureAll(subjects: Subject[]): Promise<Measured[]> {
  const browser = await launchChromium();
  const measured = subjects.map((subject): Measured => ({ subject, loads: [] }));
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another one: what comes first or last has no advantage.
    const order = measured.map((_, index) => measured[(index + round) % measured.length]);
    for (const one of order) {
      if (one === undefined) continue;
      const host = await serveFolder(one.subject.folder);
      const cost = await visit(browser, host.origin, one.subject);
      const search = await untilSearchAnswers(browser, host.origin, one.subject);
      host.close();
      one.loads.push({ ...cost, search });
    }
  }
  await browser.close();
  return measured;
}

const columns: [head: string, figure: keyof Figures, unit: number][] = [
  ['kB over the wire', 'bytes', 1000],
  ['first paint (s)', 'firstPaint', 1000],
  ['search answers (s)', 'search', 1000],
  ['main thread (s)', 'mainThread', 1000],
];

const number = (value: number, digits: number) => (Number.isNaN(value) ? '-' : value.toFixed(digits));

function row({ subject, loads }: Measured, base: Measured): string[] {
  const of = (one: Measured, figure: keyof Figures) => median(one.loads.map((load) => load[figure]));
  const cells = columns.flatMap(([, figure, unit]) => {
    const value = median(loads.map((load) => load[figure]));
    return [number(value / unit, figure === 'bytes' ? 0 : 2), number(value / of(base, figure), 2)];
  });
  const counts = (['requests', 'thirdParty'] as const).map((figure) => number(median(loads.map((l) => l[figure])), 0));
  return [subject.name, ...cells, ...counts];
}

const measured = await measureAll(makeSubjects());
const baseOf = ({ subject }: Measured): Measured => {
  const base = measured.find((one) => one.subject.name === subject.base);
  if (base === undefined) throw new Error(`${subject.name} is compared with ${subject.base}, which was not measured`);
  return base;
};
const head = ['', ...columns.flatMap(([title]) => [title, 'ratio']), 'requests', 'to others'];
const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
const [processor] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? ''}; ` +
    `median of ${rounds}, processor slowed down 4 times, 1.6 Mbit/s with 150 ms\n`,
);
console.log(
  [head, rule, ...measured.map((one) => row(one, baseOf(one)))].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
);

import { cpus } from 'node:os';
import { launchChromium } from '@vpcep/chromium';
import { cpuSlowdown } from './conditions.js';
import { startFirstPaint } from './first-paint.js';
import { untilSearchAnswers, type Visit, visit } from './measure.js';
import { serveFolder } from './static-host.js';
import { makeSubjects, type Subject } from './subjects.js';

/**
 * Measures the pages beside others made from the same document, in one run, and prints a table. `--quick` loads each once,
 * to see that it works; its numbers say little.
 */
const quick = process.argv.includes('--quick');
/** The first paint varies most from one load to the next, and takes the least time to measure. */
const rounds = quick ? { firstPaint: 1, rest: 1 } : { firstPaint: 11, rest: 3 };

interface Figures extends Partial<Visit> {
  firstPaint?: number;
  firstPaintSlowly?: number;
  search?: number;
}
interface Measured {
  subject: Subject;
  /** What each round has measured. */
  loads: Figures[];
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Measures each of them once in a round, and begins each round with another one: to come first or last is no advantage. */
async function measureInTurns(
  measured: Measured[],
  times: number,
  measure: (origin: string, subject: Subject) => Promise<Figures>,
): Promise<void> {
  for (let round = 0; round < times; round++) {
    const order = measured.map((_, index) => measured[(index + round) % measured.length]);
    for (const one of order) {
      if (one === undefined) continue;
      const host = await serveFolder(one.subject.folder);
      one.loads[round] = { ...one.loads[round], ...(await measure(host.origin, one.subject)) };
      host.close();
    }
  }
}

async function measureAll(subjects: Subject[]): Promise<Measured[]> {
  const measured = subjects.map((subject): Measured => ({ subject, loads: [] }));
  // A page that is in use has been painted before, as the same page is that is not.
  const painted = measured.filter(({ subject }) => subject.inUse === undefined);
  const firstPaint = await startFirstPaint();
  try {
    await measureInTurns(painted, rounds.firstPaint, async (origin, { path }) => ({
      firstPaint: await firstPaint.measure(origin + path, 'local'),
      firstPaintSlowly: await firstPaint.measure(origin + path, 'slow'),
    }));
  } finally {
    await firstPaint.close();
  }
  const browser = await launchChromium();
  await measureInTurns(measured, rounds.rest, async (origin, subject) => ({
    ...(await visit(browser, origin, subject)),
    search: await untilSearchAnswers(browser, origin, subject),
  }));
  await browser.close();
  return measured;
}

const columns: [head: string, figure: keyof Figures, unit: number][] = [
  ['kB over the wire', 'bytes', 1000],
  ['first paint (s)', 'firstPaint', 1000],
  ['first paint, slow network (s)', 'firstPaintSlowly', 1000],
  ['search answers (s)', 'search', 1000],
  ['main thread (s)', 'mainThread', 1000],
];

const number = (value: number, digits: number) => (Number.isNaN(value) ? '-' : value.toFixed(digits));

/** A column's ratio is the median of those of the rounds: what slows down the machine for a while slows down both. */
function row({ subject, loads }: Measured, base: Measured): string[] {
  const of = (figure: keyof Figures) => loads.flatMap((load) => load[figure] ?? []);
  const cells = columns.flatMap(([, figure, unit]) => {
    const ratios = loads.flatMap(({ [figure]: value }, round) => {
      const against = base.loads[round]?.[figure];
      return value === undefined || against === undefined ? [] : [value / against];
    });
    return [number(median(of(figure)) / unit, figure === 'bytes' ? 0 : 2), number(median(ratios), 2)];
  });
  const counts = (['requests', 'thirdParty'] as const).map((figure) => number(median(of(figure)), 0));
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
    `median of ${rounds.firstPaint} loads for the first paint and of ${rounds.rest} for the rest, processor slowed down ${cpuSlowdown} times; all but the first paint at 1.6 Mbit/s with 150 ms, it also without\n`,
);
console.log(
  [head, rule, ...measured.map((one) => row(one, baseOf(one)))].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
);

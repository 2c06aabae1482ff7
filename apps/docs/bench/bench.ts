import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { launchChromium } from '@vpcep/chromium';
import { cpuSlowdown } from './conditions.js';
import { startFirstPaint } from './first-paint.js';
import { firstPress } from './first-press.js';
import { lighthouse } from './lighthouse.js';
import { untilSearchAnswers } from './measure.js';
import { serveFolder } from './static-host.js';
import { makeSubjects, type Subject } from './subjects.js';

/**
 * Measures the pages beside others made from the same document, in one run, and prints two tables. `--quick` loads each
 * once, to see that it works; its numbers say little. `--before FOLDER` adds an earlier build of these pages.
 */
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, before: { type: 'string' } },
});
const rounds = options.quick ? 1 : 5;

const columns = {
  'kB over the wire': 0,
  elements: 0,
  'blocked (ms)': 0,
  'largest paint (ms)': 0,
  'first paint, slow network (s)': 2,
  'press to paint (ms)': 0,
  'slowest interaction (ms)': 0,
  'search answers (s)': 2,
} satisfies Record<string, number>;
type Column = keyof typeof columns;
type Figures = Record<Column, number>;

function median(values: number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const browser = await launchChromium();
const firstPaint = await startFirstPaint();

async function measure(origin: string, subject: Subject): Promise<Figures> {
  const url = origin + subject.path;
  const { bytes, totalBlockingTime, largestContentfulPaint } = await lighthouse(url, 'mobile');
  const { elements, painted, interaction } = await firstPress(browser, origin, subject);
  return {
    'kB over the wire': bytes / 1000,
    elements,
    'blocked (ms)': totalBlockingTime,
    'largest paint (ms)': largestContentfulPaint,
    'first paint, slow network (s)': (await firstPaint.measure(url, 'slow')) / 1000,
    'press to paint (ms)': painted,
    'slowest interaction (ms)': interaction,
    'search answers (s)': (await untilSearchAnswers(browser, origin, subject)) / 1000,
  };
}

/** Measures each once in a round, and begins each round with another one: to come first or last is no advantage. */
async function measureInTurns(subjects: Subject[]): Promise<Map<Subject, Figures[]>> {
  const measured = new Map(subjects.map((subject) => [subject, [] as Figures[]]));
  for (let round = 0; round < rounds; round++) {
    for (const index of subjects.keys()) {
      const subject = subjects[(index + round) % subjects.length];
      if (subject === undefined) continue;
      const host = await serveFolder(subject.folder);
      measured.get(subject)?.push(await measure(host.origin, subject));
      host.close();
    }
  }
  return measured;
}

const table = (rows: string[][]) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const shown = (value: number, digits: number) => (Number.isNaN(value) ? '-' : value.toFixed(digits));

const subjects = makeSubjects(options.before);
const measured = await measureInTurns(subjects);
const names = Object.keys(columns) as Column[];
const [processor] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? ''}; ` +
    `medians of ${rounds} rounds, processor slowed down ${cpuSlowdown} times; blocked and largest paint as Lighthouse has them for a phone\n`,
);
console.log(
  table([
    ['', ...names],
    ['---', ...names.map(() => '--:')],
    ...subjects.map((subject) => [
      subject.name,
      ...names.map((name) =>
        shown(median((measured.get(subject) ?? []).map((figures) => figures[name])), columns[name]),
      ),
    ]),
  ]),
);

/** A page of every kind. */
const kinds = ['operations/createEndpointService/', 'operations/', 'guides/publish/', 'errors/'];
const own = subjects.at(-1);
if (own === undefined) throw new Error('there are no pages to look at');
const host = await serveFolder(own.folder);
const scores: string[][] = [];
for (const path of ['', 'zh-CN/'].flatMap((folder) => kinds.map((kind) => `/${folder}${kind}`))) {
  for (const form of ['mobile', 'desktop'] as const) {
    const { performance, accessibility, bestPractices, seo } = await lighthouse(host.origin + path, form);
    scores.push([`${path} ${form}`, ...[performance, accessibility, bestPractices, seo].map(String)]);
  }
}
host.close();
console.log(
  `\n${table([['Lighthouse', 'performance', 'accessibility', 'best practices', 'SEO'], ['---', '--:', '--:', '--:', '--:'], ...scores])}`,
);
await firstPaint.close();
await browser.close();

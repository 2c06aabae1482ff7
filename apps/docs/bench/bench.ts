import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromiumCommand, noOtherHost } from '@vpcep/chromium';
import { firstVisit } from '@vpcep/chromium/lighthouse';
import { chromium } from 'playwright-core';
import { cpuSlowdown } from './conditions.js';
import { startFirstPaint } from './first-paint.js';
import { firstPress } from './first-press.js';
import { untilSearchAnswers } from './search-answers.js';
import { scoresOfPages } from './scores.js';
import { openHost } from './static-host.js';
import { makeSubjects, type Subject } from './subjects.js';
import { median, shown, table } from './tables.js';

/**
 * Measures the pages beside others made from the same document, in one run, and prints three tables. `--quick` loads each
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
const names = Object.keys(columns) as Column[];

const { args, ...command } = chromiumCommand();
const browser = await chromium.launch({ ...command, args: [...args, noOtherHost] });
const firstPaint = await startFirstPaint();

async function measure(origin: string, subject: Subject): Promise<Figures> {
  const url = origin + subject.path;
  const { bytes, totalBlockingTime, largestContentfulPaint } = await firstVisit(url);
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
      const host = await openHost();
      host.publish(subject.folder);
      measured.get(subject)?.push(await measure(host.origin, subject));
      host.close();
      console.error(`${new Date().toISOString().slice(11, 19)} round ${round + 1} of ${rounds}: ${subject.name}`);
    }
  }
  return measured;
}

const subjects = makeSubjects(options.before);
const measured = await measureInTurns(subjects);
await firstPaint.close();
await browser.close();

const figuresOf = (subject: Subject) => measured.get(subject) ?? [];
const [processor] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, Chromium ${browser.version()}, ` +
    `${cpus().length} × ${processor?.model.trim() ?? ''}; medians of ${rounds} rounds, processor slowed down ` +
    `${cpuSlowdown} times; blocked and largest paint as Lighthouse has them for a phone\n`,
);
const figureRow = (subject: Subject) =>
  names.map((name) => shown(median(figuresOf(subject).map((figures) => figures[name])), columns[name]));
console.log(
  table(
    ['', 'pressed', ...names],
    subjects.map((subject) => [subject.name, subject.press.what, ...figureRow(subject)]),
  ),
);

/** The page that is most like the others' first one. */
const [own] = subjects.filter((subject) => subject.own);
if (own === undefined) throw new Error('there are no pages to compare with');
/** Those of the same round are compared: the machine may be slower in another one. */
const ratioTo = (other: Subject, name: Column) =>
  median(figuresOf(own).map((figures, round) => figures[name] / (figuresOf(other)[round]?.[name] ?? Number.NaN)));
console.log(
  `\n${table(
    [`${own.name}, to that of`, ...names],
    subjects
      .filter((subject) => !subject.own)
      .map((other) => [other.name, ...names.map((name) => shown(ratioTo(other, name), 2))]),
  )}`,
);

const pages = await scoresOfPages();
console.log(
  `\n${table(
    ['Lighthouse', 'performance', 'accessibility', 'best practices', 'SEO'],
    pages.map(({ page, scores }) => [page, ...scores.map(String)]),
  )}`,
);
for (const { page, faults } of pages) for (const fault of faults) console.log(`${page}: ${fault}`);

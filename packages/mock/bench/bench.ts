import { cpus } from 'node:os';
import { measureInPage } from './in-page.js';
import { type Load, start } from './measure.js';
import { printTable } from './print-table.js';
import { type RequestName, requests } from './requests.js';
import { commands, filled, inWorld, type Subject } from './subjects.js';

/**
 * Measures the mock beside the stock `prism mock` of the same document, in one run, and prints tables. `--quick` does
 * everything once and briefly, to see that it works; its numbers say nothing. Reads /proc, so it needs Linux.
 */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const seconds = quick ? 1 : 3;
const sizes = quick ? [10, 1000] : [10, 1000, 100_000];
const names = Object.keys(requests) as RequestName[];

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ratio = (value: number, base: number) => (value / base).toFixed(2);

async function printReady(): Promise<void> {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < (quick ? 1 : 9); round++) {
    for (const [index, command] of commands.entries()) {
      const running = await start(command);
      times[index]?.push(running.ready);
      await running.stop();
    }
  }
  const medians = times.map(median);
  printTable(
    'Until the first answer',
    ['', 'ms', 'to prism mock'],
    medians.map((time, index) => [
      commands[index]?.name ?? '',
      String(Math.round(time)),
      ratio(time, medians[0] ?? Number.NaN),
    ]),
  );
}

async function printReadyInPage(): Promise<void> {
  const rows: string[][] = [];
  for (const slowed of [1, 4]) {
    const measured = await measureInPage(slowed, quick ? 1 : 15);
    const milliseconds = (of: (one: (typeof measured)[number]) => number) =>
      String(Math.round(median(measured.map(of))));
    rows.push([
      slowed === 1 ? 'on this processor' : `slowed ${slowed} times`,
      milliseconds(({ run }) => run),
      milliseconds(({ answer }) => answer),
    ]);
  }
  printTable(
    'The mock in a page, until it is ready',
    ['', 'ms, to run its file', 'ms, createMock to the first answer'],
    rows,
  );
}

/** One round of a subject. */
interface Round {
  loads: Record<RequestName, Load>;
  memory: { before: number; after: number };
}

/** Loads a subject with each kind of request. What creates comes last: it would add to what the others read. */
async function measure(subject: Subject): Promise<Round> {
  const running = await start(subject);
  const before = running.memory();
  const load = async (name: RequestName) => {
    // The first second warms up.
    await running.load(name, 1);
    return running.load(name, seconds);
  };
  const details = await load('details');
  const list = await load('list');
  const create = await load('create');
  const after = running.memory();
  await running.stop();
  return { loads: { create, details, list }, memory: { before, after } };
}

/** A subject, and the first one, which it is compared with, in the same round. */
interface Pair {
  own: Round;
  base: Round;
}

interface Measured {
  subject: Subject;
  pairs: Pair[];
}

/** The median of a figure, and of how many times that of the first subject it is. */
const figures = ({ pairs }: Measured, figure: (round: Round) => number) => ({
  value: median(pairs.map(({ own }) => figure(own))),
  ratio: median(pairs.map(({ own, base }) => figure(own) / figure(base))).toFixed(2),
});

/** Measures all subjects in turns, so that a machine that becomes slower does so for each of them. */
async function measureAll(subjects: readonly Subject[]): Promise<Measured[]> {
  const measured = subjects.map((subject): Measured => ({ subject, pairs: [] }));
  for (let round = 0; round < rounds; round++) {
    let base: Round | undefined;
    for (const { subject, pairs } of measured) {
      const own = await measure(subject);
      base ??= own;
      pairs.push({ own, base });
    }
  }
  return measured;
}

async function printLoads(): Promise<void> {
  const [prism, silent] = commands;
  const measured = await measureAll([
    prism,
    ...(silent === undefined ? [] : [silent]),
    ...sizes.map(filled),
    inWorld(filled(1000)),
  ]);
  for (const name of names) {
    printTable(
      `${name}, ten connections`,
      ['', 'requests/s', 'to prism mock', 'CPU ms/request', 'to prism mock'],
      measured.map((one) => {
        const rate = figures(one, ({ loads }) => loads[name].rate);
        const cpu = figures(one, ({ loads }) => loads[name].cpu);
        return [one.subject.name, String(Math.round(rate.value)), rate.ratio, cpu.value.toFixed(3), cpu.ratio];
      }),
    );
  }
  printTable(
    'Memory (resident), when ready and after the requests',
    ['', 'MB, ready', 'to prism mock', 'MB, after', 'to prism mock'],
    measured.map((one) => {
      const before = figures(one, ({ memory }) => memory.before);
      const after = figures(one, ({ memory }) => memory.after);
      return [
        one.subject.name,
        String(Math.round(before.value)),
        before.ratio,
        String(Math.round(after.value)),
        after.ratio,
      ];
    }),
  );
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`,
);
await printReady();
await printReadyInPage();
await printLoads();

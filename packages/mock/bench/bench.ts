import { cpus } from 'node:os';
import { type Load, start } from './measure.js';
import { type RequestName, requests } from './requests.js';
import { commands, filled, type Subject } from './subjects.js';

/**
 * Measures the mock beside the stock `prism mock` of the same document, in one run, and prints tables. `--quick` does
 * everything once and briefly, to see that it works; its numbers say nothing. Reads /proc, so it needs Linux.
 */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 1 : 3;
const sizes = quick ? [10, 1000] : [10, 1000, 100_000];
const names = Object.keys(requests) as RequestName[];

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ratio = (value: number, base: number) => (value / base).toFixed(2);

function print(title: string, head: string[], rows: string[][]): void {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  const table = [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  console.log(`\n### ${title}\n\n${table}`);
}

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
  print(
    'Until the first answer',
    ['', 'ms', 'to prism mock'],
    medians.map((time, index) => [
      commands[index]?.name ?? '',
      String(Math.round(time)),
      ratio(time, medians[0] ?? Number.NaN),
    ]),
  );
}

interface Measured {
  name: string;
  loads: Record<RequestName, Load>;
  memory: { before: number; after: number };
}

/** Loads a subject with each kind of request. What creates comes last: it would add to what the others read. */
async function measure(subject: Subject): Promise<Measured> {
  const samples = Object.fromEntries(names.map((name): [RequestName, Load[]] => [name, []]));
  const memory: { before: number[]; after: number[] } = { before: [], after: [] };
  for (let round = 0; round < rounds; round++) {
    const running = await start(subject);
    memory.before.push(running.memory());
    for (const name of ['details', 'list', 'create'] as const) {
      // The first second warms up.
      await running.load(name, 1);
      samples[name]?.push(await running.load(name, seconds));
    }
    memory.after.push(running.memory());
    await running.stop();
  }
  const loads = Object.fromEntries(
    Object.entries(samples).map(([name, all]) => [
      name,
      { rate: median(all.map(({ rate }) => rate)), cpu: median(all.map(({ cpu }) => cpu)) },
    ]),
  ) as Record<RequestName, Load>;
  return { name: subject.name, loads, memory: { before: median(memory.before), after: median(memory.after) } };
}

async function printLoads(): Promise<void> {
  const [prism, silent] = commands;
  const subjects = [prism, ...(silent === undefined ? [] : [silent]), ...sizes.map(filled)];
  const measured: Measured[] = [];
  for (const subject of subjects) measured.push(await measure(subject));
  const [base] = measured;
  if (base === undefined) throw new Error('nothing was measured');
  for (const name of names) {
    print(
      `${name}, ten connections`,
      ['', 'requests/s', 'to prism mock', 'CPU ms/request', 'to prism mock'],
      measured.map((one) => {
        const { rate, cpu } = one.loads[name];
        const { rate: baseRate, cpu: baseCpu } = base.loads[name];
        return [one.name, String(Math.round(rate)), ratio(rate, baseRate), cpu.toFixed(3), ratio(cpu, baseCpu)];
      }),
    );
  }
  print(
    'Memory (resident), when ready and after the requests',
    ['', 'MB, ready', 'to prism mock', 'MB, after', 'to prism mock'],
    measured.map(({ name, memory }) => [
      name,
      String(Math.round(memory.before)),
      ratio(memory.before, base.memory.before),
      String(Math.round(memory.after)),
      ratio(memory.after, base.memory.after),
    ]),
  );
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`,
);
await printReady();
await printLoads();

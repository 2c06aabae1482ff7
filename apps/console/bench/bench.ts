import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { lighthouse, type Scores } from '@vpcep/chromium/lighthouse';
import { startMock } from '@vpcep/mock';
import { serveConsole } from '../build/serve-console.js';

/**
 * Has Lighthouse visit the list of services, on a mock, as a phone and as a computer: of what is built here and, beside it,
 * of another build, such as that of a release. They take turns, and what is told is the median of the rounds.
 */
const { values } = parseArgs({
  options: {
    /** The `dist/` of another build. */
    before: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});

const mock = await startMock({ port: 0, scenario: 'small-team' });
const configuration = { baseUrl: mock.url };
const sites = [
  ...(values.before === undefined ? [] : [{ name: 'before', ...(await serveConsole(configuration, values.before)) }]),
  { name: 'this build', ...(await serveConsole(configuration)) },
];

const judged = ['performance', 'accessibility', 'bestPractices', 'seo'] as const;
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

console.log(`${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown make'}, Node ${process.version}\n`);
console.log(`|         | of | ${judged.join(' | ')} | performance of each round |`);
console.log(`| --- | --- | ${judged.map(() => '--: |').join(' ')} --- |`);
for (const form of ['mobile', 'desktop'] as const) {
  const scores = new Map<string, Scores[]>(sites.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, url } of sites) scores.get(name)?.push(await lighthouse(url, form));
  }
  for (const [name, rounds] of scores) {
    const medians = judged.map((what) => median(rounds.map((of) => of[what])));
    const each = rounds.map(({ performance }) => performance).join(', ');
    console.log(`| ${form} | ${name} | ${medians.join(' | ')} | ${each} |`);
  }
}

for (const site of sites) site.close();
await mock.close();

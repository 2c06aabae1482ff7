import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { median } from './median.js';

/** What checking a project's types takes. */
export interface CheckingCost {
  instantiations: number;
  /** Seconds that the compiler checks, once it has read all declarations. */
  check: number;
  /** Seconds of the compiler's run, from start to end. */
  total: number;
}

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const options = ['--strict', '--skipLibCheck', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
const libraries = ['--lib', 'es2022,dom', '--types', 'node', '--extendedDiagnostics'];

/** Checks each file in turns, as a project of its own. */
export function checkingCosts(files: string[], runs: number): CheckingCost[] {
  const samples = files.map((): CheckingCost[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, file] of files.entries()) samples[index]?.push(compile(file));
  }
  return samples.map((costs) => ({
    instantiations: median(costs.map(({ instantiations }) => instantiations)),
    check: median(costs.map(({ check }) => check)),
    total: median(costs.map(({ total }) => total)),
  }));
}

function compile(file: string): CheckingCost {
  const path = join(import.meta.dirname, 'type-checking', file);
  const report = execFileSync(process.execPath, [compiler, ...options, ...libraries, path], { encoding: 'utf8' });
  const figure = (name: string) => Number(new RegExp(`^${name}: +([\\d.]+)s?$`, 'm').exec(report)?.[1]);
  const cost = { instantiations: figure('Instantiations'), check: figure('Check time'), total: figure('Total time') };
  if (Object.values(cost).some(Number.isNaN)) throw new Error(`the compiler reports no figures: ${report}`);
  return cost;
}

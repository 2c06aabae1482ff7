import { spawnSync } from 'node:child_process';
import { median } from './median.js';

/** Milliseconds that Node takes to start, import these modules and end; each in processes of its own, in turns. */
export function importTimes(modules: string[], runs: number): number[] {
  const samples = modules.map((): number[] => []);
  for (let run = -1; run < runs; run++) {
    for (const [index, specifier] of modules.entries()) {
      const code = specifier === '' ? '' : `import ${JSON.stringify(specifier)}`;
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: import.meta.dirname,
        encoding: 'utf8',
      });
      const took = performance.now() - started;
      if (status !== 0) throw new Error(`${specifier} cannot be imported: ${stderr}`);
      // The first round fills the system's cache of files.
      if (run >= 0) samples[index]?.push(took);
    }
  }
  return samples.map(median);
}

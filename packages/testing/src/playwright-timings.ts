import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { writeTimings, type FileTiming } from './timings.js';

/** Notes how long each test file and each hook takes. */
export default class PlaywrightTimings implements Reporter {
  readonly #files = new Map<string, FileTiming>();

  onStepEnd(test: TestCase, _result: TestResult, { category, title, duration, parent }: TestStep): void {
    // "Before Hooks" and the like gather the hooks, and Playwright's own fixtures.
    if (category === 'hook' && parent !== undefined) this.#timingOf(test).hooks.push({ name: title, duration });
  }

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    this.#timingOf(test).duration += duration;
  }

  onEnd(): void {
    writeTimings([...this.#files.values()]);
  }

  #timingOf({ location }: TestCase): FileTiming {
    const file = relative('', location.file);
    const timing = this.#files.get(file) ?? { file, duration: 0, hooks: [] };
    this.#files.set(file, timing);
    return timing;
  }
}

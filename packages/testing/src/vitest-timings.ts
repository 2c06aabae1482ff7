import { relative } from 'node:path';
import type { ReportedHookContext, Reporter, TestModule } from 'vitest/node';
import { writeTimings, type FileTiming } from './timings.js';

/** Notes how long each test file and each hook takes. Vitest tells of hooks in turns, so these are good to 0.1 s. */
export class VitestTimings implements Reporter {
  readonly #began = new Map<string, number>();
  readonly #hooks = new Map<string, FileTiming['hooks']>();

  onHookStart(hook: ReportedHookContext): void {
    this.#began.set(keyOf(hook), performance.now());
  }

  onHookEnd(hook: ReportedHookContext): void {
    const { name, entity } = hook;
    const began = this.#began.get(keyOf(hook));
    if (began === undefined) return;
    const { moduleId } = entity.type === 'module' ? entity : entity.module;
    const hooks = this.#hooks.get(moduleId) ?? [];
    const of = entity.type === 'module' ? '' : ` of ${entity.fullName}`;
    hooks.push({ name: name + of, duration: performance.now() - began });
    this.#hooks.set(moduleId, hooks);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    writeTimings(
      modules.map((module) => {
        const { duration, collectDuration, prepareDuration, setupDuration } = module.diagnostic();
        return {
          file: relative('', module.moduleId),
          duration: duration + collectDuration + prepareDuration + setupDuration,
          hooks: this.#hooks.get(module.moduleId) ?? [],
        };
      }),
    );
  }
}

const keyOf = ({ name, entity }: ReportedHookContext) => `${name} ${entity.id}`;

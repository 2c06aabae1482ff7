import type { Hooks } from '../call/hooks.js';

/**
 * The hooks of a client, which when it is debugged log to the console, too. Every client carries this, so it says what
 * `logHooks` says in fewer words.
 */
export function debugging(hooks: Hooks = {}, debug: boolean = isAskedFor()): Hooks {
  if (!debug) return hooks;
  return new Proxy<Hooks>(
    {},
    {
      get: (_, name: keyof Hooks) => (event: never) => {
        if (!name.endsWith('Start')) console.debug(`vpcep ${name}`, JSON.stringify(event, rounded));
        return hooks[name]?.(event);
      },
    },
  );
}

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value) : value);

/** Whether the environment asks for it. Deno would ask its user whether it may be read. */
function isAskedFor(): boolean {
  const { Deno, process } = globalThis as { Deno?: unknown; process?: { env?: Record<string, string | undefined> } };
  return !Deno && process?.env?.['VPCEP_LOG'] === 'debug';
}

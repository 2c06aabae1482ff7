import { tell, type Hooks } from './hooks.js';

/**
 * Hooks that tell several others, such as those of `logHooks` and one's own. They are told of an event side by side, and one
 * that fails keeps no other from being told. What is undefined is left out.
 *
 * @example
 * createVpcepClient({ ...options, hooks: combineHooks(logHooks(console), { onRetry: () => retries.inc() }) });
 */
export function combineHooks(...all: (Hooks | undefined)[]): Hooks {
  const names: (keyof Hooks)[] = ['onCallStart', 'onAttemptStart', 'onAttemptEnd', 'onRetry', 'onCallEnd'];
  return Object.fromEntries(
    names.map((name) => {
      const hooks = all.flatMap((hooks) => hooks?.[name]?.bind(hooks) ?? []);
      // Each gets the event of its own name.
      return [name, (event: never) => Promise.all(hooks.map((hook) => tell<never>(hook, event)))];
    }),
  );
}

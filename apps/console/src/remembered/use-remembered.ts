import { useMemo, useSyncExternalStore } from 'react';
import type * as v from 'valibot';
import { type Memory, onRemembered, remember, rememberedText, valueOf } from './remembered.js';

/**
 * Something that is remembered, and how to change it. All components that use a key, in all windows, see the change.
 *
 * @param schema what it has to be. Declare it outside of the component: another one is parsed with anew.
 * @param usual what it is until something is remembered
 * @returns the value, and a function that remembers another one; undefined forgets it.
 */
export function useRemembered<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  usual: Value,
  memory: Memory = 'browser',
): [value: Value, change: (value: Value | undefined) => void] {
  const text = useSyncExternalStore(onRemembered, () => rememberedText(key, memory));
  const value = useMemo(() => valueOf(text, schema), [text, schema]);
  return [
    value ?? usual,
    (next) => {
      remember(key, next, memory);
    },
  ];
}

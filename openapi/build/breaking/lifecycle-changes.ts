import { type Document, pointerTo } from '../../src/reader.js';
import type { OperationChange } from './operation-pairs.js';

/** The states of which the document no longer says the same: waits for them end otherwise. */
export function lifecycleChanges(released: Document, present: Document): OperationChange[] {
  return Object.entries(present.components.schemas).flatMap(([name, schema]) => {
    const earlier = released.components.schemas[name];
    const before = earlier?.['x-lifecycle'];
    if (before === undefined) return [];
    const after = schema['x-lifecycle'] ?? { passing: [], final: [] };
    // A state that is new, or no longer there, is a change of `enum`.
    const both = (schema.enum ?? []).filter((state) => typeof state === 'string' && earlier?.enum?.includes(state));
    const changed = (['passing', 'final'] as const).flatMap((kind) =>
      both.flatMap((state) => {
        const [was, is] = [before, after].map((lifecycle) => lifecycle[kind].includes(String(state)));
        return was === is ? [] : [`${String(state)} is ${is ? 'now' : 'no longer'} ${kind}`];
      }),
    );
    if (changed.length === 0) return [];
    const pointer = pointerTo('#', 'components', 'schemas', name);
    return [{ pointer, message: `Results: the life cycle changed: ${changed.join(', ')}.`, breaks: true }];
  });
}

import type { Document } from '../../src/reader.js';
import { codeChanges } from './code-changes.js';
import { defaultChanges } from './default-changes.js';
import { lifecycleChanges } from './lifecycle-changes.js';
import { type OperationChange, operationPairs } from './operation-pairs.js';
import { ruleChanges } from './rule-changes.js';

/**
 * What has become of rules, codes, defaults and life cycles from one document to another. Operations are compared with all
 * that they reach, so it does not matter where something is written. What several have in common is said once.
 */
export function contractChanges(released: Document, present: Document): OperationChange[] {
  const reached = new Map<string, { change: OperationChange; operations: Set<string> }>();
  for (const pair of operationPairs(released, present)) {
    const changes = [
      ...ruleChanges(pair.released.schemas, pair.present.schemas),
      ...codeChanges(pair.released, pair.present),
      ...defaultChanges(pair.released.schemas, pair.present.schemas),
    ];
    for (const change of changes) {
      const key = JSON.stringify(change);
      const known = reached.get(key) ?? { change, operations: new Set() };
      known.operations.add(pair.present.operationId);
      reached.set(key, known);
    }
  }
  return [
    ...[...reached.values()].map(({ change, operations }) => ({
      ...change,
      message: `${change.message} (${[...operations].join(', ')})`,
    })),
    ...lifecycleChanges(released, present),
  ];
}

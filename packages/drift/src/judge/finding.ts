/** One thing that the API does and the document does not say, however often. Nothing in it is a personal value. */
export interface Finding {
  /**
   * What is unknown: a whole `call`, a `status`, a `header`, a `field` or a `value` of a list of values; or a `rule` that is
   * broken, such as a type or a pattern.
   */
  kind: 'call' | 'status' | 'header' | 'field' | 'value' | 'rule';
  /** The operationId, or the method and the path of a call that the document does not have. */
  operation: string;
  status: number;
  /** Where in the answer: `body.ports[].protocol`, `header X-New`; nothing for what is about the whole answer. */
  place: string;
  /** What the document says about it. */
  document: string;
  /** What was answered, with everything personal masked: only the shape of the value is left. */
  example: string;
  /** How often it was seen. */
  count: number;
}

/** A finding of one answer. */
export type NewFinding = Omit<Finding, 'operation' | 'status' | 'count'>;

/** Counts what was found several times. The first example stands for all. */
export function merged(findings: readonly Omit<Finding, 'count'>[]): Finding[] {
  const all = new Map<string, Finding>();
  for (const finding of findings) {
    const { example: _, ...same } = finding;
    const key = JSON.stringify(same);
    const known = all.get(key);
    if (known === undefined) all.set(key, { ...finding, count: 1 });
    else known.count++;
  }
  return [...all.values()];
}

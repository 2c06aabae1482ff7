/** A difference between two documents, as Redocly reports it. */
export interface Change {
  /** JSON pointer from the operation that reaches the changed part first; a shared part is reported once. */
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  /** What was modified; `key` when the part itself has got another name. */
  property?: string;
  verdicts: { impact: 'major' | 'minor' | 'patch'; message: string }[];
  base?: { value?: unknown };
  revision?: { value?: unknown };
}

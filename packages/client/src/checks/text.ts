/** A sentence, or the predicate of one, in both languages. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Chinese. */
  readonly zh: string;
}

/** One of the languages that problems are told in. */
export type Language = keyof Text;

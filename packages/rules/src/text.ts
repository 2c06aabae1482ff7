/** A sentence, or the predicate of one, in both languages. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Chinese. */
  readonly 'zh-CN': string;
}

/** One of the languages that problems are told in, by its tag (BCP 47). */
export type Language = keyof Text;

/** A sentence, or the predicate of one, in both languages. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Chinese. */
  readonly 'zh-CN': string;
}

/** The tag of a language that problems are told in. */
export type Language = keyof Text;

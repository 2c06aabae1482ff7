import type { Schema } from '@vpcep/openapi/reader';

/** What a later state of the API asks of a value in another way. */
export interface LaterRule {
  /** The month of the state. */
  asOf: string;
  /** What holds in it, in sentences. */
  sentences: string[];
  /** The regular expression, where it is another one. */
  pattern?: string;
  /** What is said besides, in Markdown. */
  description?: string;
}

/** A schema of the document as the pages have it: with what later states say of it. */
export interface LaterSchema extends Schema {
  'x-later'?: LaterRule[];
}

/** What later states say of a schema. */
export const laterRulesOf = ({ 'x-later': rules = [] }: LaterSchema): LaterRule[] => rules;

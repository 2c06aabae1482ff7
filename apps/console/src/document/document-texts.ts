import type { components } from '@vpcep/types';
import type { wantedObjects, wantedOperations, wantedValues } from './wanted-schemas.js';

/** A text of the document. What stands between backticks is code. */
export type Paragraph = string;

/** A value that a field can have, and what it means. */
export interface Explained {
  readonly value: string;
  readonly text: Paragraph;
}

/** What the document says about a field. */
export interface FieldText {
  /** A short name, for forms and lists. */
  readonly label: string;
  /** The first sentence: what the field is. */
  readonly sentence: Paragraph;
  /** Whether the field must be given. */
  readonly required: boolean;
  /** What the document says before it explains the values, and after. */
  readonly before: readonly Paragraph[];
  /** The values that are explained one by one; none where the field can have any, or the document explains none. */
  readonly values: readonly Explained[];
  readonly after: readonly Paragraph[];
  readonly example?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  /** How it is written, such as what characters it may have. */
  readonly demand?: string;
}

type Schemas = components['schemas'];
type ObjectName = (typeof wantedObjects)[number];
type ValuesName = (typeof wantedValues)[number];
type OperationName = (typeof wantedOperations)[number];

/** What the document says, in one language. */
export interface DocumentTexts {
  readonly fields: { readonly [Name in ObjectName]: { readonly [Field in keyof Schemas[Name]]-?: FieldText } };
  readonly values: { readonly [Name in ValuesName]: Readonly<Record<Schemas[Name], string>> };
  /** What operations do. */
  readonly operations: Readonly<Record<OperationName, readonly Paragraph[]>>;
}

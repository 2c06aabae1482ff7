import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SchemaExtensions } from '../src/reader.js';

/** An independent validator of the document's schemas. It is strict: a keyword that it does not know is an error. */
export const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('int64', true);
// Annotations of OpenAPI and extensions, of no consequence for validation.
const extensions = [
  'x-conditional-default',
  'x-error-code',
  'x-extensible-enum',
  'x-label',
  'x-lifecycle',
  'x-message',
  'x-rules',
  'x-since',
  'x-transitions',
] satisfies (keyof SchemaExtensions)[];
ajv.addVocabulary(['example', 'xml', 'externalDocs', 'discriminator', ...extensions]);

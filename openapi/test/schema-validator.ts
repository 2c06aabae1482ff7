import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** An independent validator of the document's schemas. It is strict: a keyword that it does not know is an error. */
export const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('int64', true);
// Extensions and annotations of OpenAPI, of no consequence for validation.
ajv.addVocabulary(['example', 'xml', 'externalDocs', 'discriminator', 'x-since']);

import { Ajv, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The dialect of schemas in OpenAPI 3.0, once they are in the words of JSON Schema. */
export const draft7 = 'http://json-schema.org/draft-07/schema';

/** The dialect of schemas in OpenAPI 3.1 and later, where the document names no other. */
export const draft2020 = 'https://json-schema.org/draft/2020-12/schema';

const readers = { [draft7]: Ajv, 'https://json-schema.org/draft/2019-09/schema': Ajv2019, [draft2020]: Ajv2020 };

/** A dialect of JSON Schema whose rules are known. */
export type Dialect = keyof typeof readers;

/** The dialects that are known. */
export const dialects = Object.keys(readers) as Dialect[];

/** The known dialect of a name, that of OpenAPI 3.1 itself included, which is JSON Schema with more words. */
export function dialectOf(name: string): Dialect | undefined {
  if (/^https:\/\/spec\.openapis\.org\/oas\/3\.\d\/dialect\//.test(name)) return draft2020;
  const bare = name.replace(/#$/, '').replace(/^https?:/, '');
  return dialects.find((dialect) => dialect.replace(/^https?:/, '') === bare);
}

/** A reader of schemas. */
export type Reader = InstanceType<(typeof readers)[Dialect]>;

/** A reader of schemas in a dialect, as lenient as that of Prism. They are known to be right, so that it is there sooner. */
export function createAjv(dialect: Dialect, options: Options = {}): Reader {
  const quick = { validateSchema: false, meta: false };
  const ajv = new readers[dialect]({ strict: false, allowUnionTypes: true, logger: false, ...quick, ...options });
  addFormats.default(ajv);
  return ajv;
}

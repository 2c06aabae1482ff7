import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openApiToBruno } from '@usebruno/converters';
import { type Document, methods } from '@vpcep/openapi/reader';
import { convertV2, type ConversionOptions } from 'openapi-to-postmanv2';
import { mockAddress } from '../src/samples/mock-address.js';
import type { collectionFiles } from '../src/site/downloads.js';
import type { Language } from '../src/site/languages.js';

const require = createRequire(import.meta.url);

/** The collections of a language, by the names of their files. */
export async function collectionsIn(language: Language): Promise<Record<(typeof collectionFiles)[number], object>> {
  // Those who convert read OpenAPI 3.0 best: of 3.1 they leave out the examples of schemas.
  const file = require.resolve(`@vpcep/openapi/openapi-3.0${language === 'en' ? '' : `.${language}`}.json`);
  const document = forCollections(JSON.parse(await readFile(file, 'utf8')) as Document);
  return {
    'vpcep.postman_collection.json': await postmanCollection(document),
    'vpcep.bruno_collection.json': await brunoCollection(document),
  };
}

/** Requests as the examples of the document have them, with what is not required switched off. */
const options: ConversionOptions = {
  folderStrategy: 'Tags',
  parametersResolution: 'Example',
  enableOptionalParameters: false,
};

/** A collection for Postman of all operations, which are sent to the mock until its variable `baseUrl` says otherwise. */
async function postmanCollection(document: Document): Promise<object> {
  const collection = await new Promise<object>((resolve, reject) => {
    convertV2({ type: 'json', data: document }, options, (error, answer) => {
      const [output] = answer?.output ?? [];
      if (error === null && answer?.result === true && output !== undefined) resolve(output.data);
      else reject(new Error(`no collection could be made: ${String(error ?? answer?.reason)}`));
    });
  });
  return withLastingIds(withWholeAddresses(collection));
}

/** An address as Postman takes it apart. */
interface Address {
  host: string[];
  path: string[];
  query: { key: string; value: string; disabled?: boolean }[];
}

const isAddress = (value: object): value is Address => 'host' in value && 'path' in value && 'query' in value;

/** The converter gives addresses in parts alone. Insomnia, and others that take Postman's collections, read them whole. */
function withWholeAddresses(collection: object): object {
  return JSON.parse(JSON.stringify(collection), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !isAddress(value)) return value;
    const query = value.query.filter(({ disabled }) => disabled !== true).map((part) => `${part.key}=${part.value}`);
    const path = [...value.host, ...value.path].join('/');
    return { raw: query.length === 0 ? path : `${path}?${query.join('&')}`, ...value };
  }) as object;
}

/** The same for Bruno, which has an environment with `baseUrl`. */
const brunoCollection = async (document: Document): Promise<object> => withLastingIds(await openApiToBruno(document));

/** Collections show how a call is made, and what it answers when it succeeds: failures are on the reference's pages. */
function forCollections(document: Document): Document {
  const made = structuredClone(document);
  made.servers = [{ url: mockAddress, description: 'Mock' }];
  for (const item of Object.values(made.paths)) {
    for (const method of methods) {
      const { responses } = item[method] ?? {};
      for (const status of Object.keys(responses ?? {})) if (!status.startsWith('2')) delete responses?.[status];
    }
  }
  return made;
}

/** The converters make up new IDs each time: the same document shall make the same files. */
function withLastingIds(collection: object): object {
  const lasting = new Map<string, string>();
  const idOf = (made: string): string => {
    const known = lasting.get(made);
    if (known !== undefined) return known;
    const id = createHash('sha256').update(String(lasting.size)).digest('hex').slice(0, made.length);
    lasting.set(made, id);
    return id;
  };
  const replace = (key: string, value: unknown) =>
    ['_postman_id', 'id', 'itemUid', 'uid'].includes(key) && typeof value === 'string' ? idOf(value) : value;
  return JSON.parse(JSON.stringify(collection, replace)) as object;
}

import type { Document } from '@vpcep/openapi/reader';
import type { RegionOfReference } from '../operations/reference-context.js';
import type { Language } from '../site/languages.js';
import { regionsOf } from './regions.js';

/** The regions that the reference names: those that alone have an operation. */
export const regionsOfReference = (
  document: Document,
  language: Language,
  addressOf: (address: string) => string,
): Record<string, RegionOfReference> =>
  Object.fromEntries(
    regionsOf(document)
      .filter(({ operations }) => operations.length > 0)
      .map(({ id, names }) => [id, { name: names[language], address: addressOf(`regions/#${id}`) }]),
  );

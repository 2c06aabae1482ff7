import { type CataloguedError, categories } from '@vpcep/openapi/documents';
import type { Language } from '../site/languages.js';

/**
 * What the part of the service is called that an error is about.
 *
 * @throws Error when the catalogue has no such category.
 */
export function categoryName({ code, category }: CataloguedError, language: Language): string {
  const names = categories[category];
  if (names === undefined) throw new Error(`errors.yaml: ${code} is of the category ${category}, which has no names`);
  return names[language];
}

import type { CataloguedError, ErrorKind } from '@vpcep/openapi/documents';

/**
 * The codes that the console knows from others, or begins with where one is to be chosen.
 *
 * @throws Error when the catalogue has none of a kind or a category.
 */
export function errorCodes(errors: readonly CataloguedError[]) {
  return {
    system: firstOf(errors, 'kind', 'system' satisfies ErrorKind),
    throttling: firstOf(errors, 'kind', 'throttling' satisfies ErrorKind),
    creation: firstOf(errors, 'category', 'endpoint-service'),
  };
}

function firstOf(errors: readonly CataloguedError[], member: 'kind' | 'category', value: string): string {
  const found = errors.find((error) => error[member] === value);
  if (found === undefined) throw new Error(`errors.json: no code has the ${member} ${value}`);
  return found.code;
}

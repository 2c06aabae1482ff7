import { breachesOf, shapeCheck } from './breaches.js';
import { createSchemaCheck } from './check-schemas.js';
import { checkPaths } from './check-paths.js';
import { dialectOf, dialects, draft2020, draft7 } from './dialects.js';
import { findExamples, findSchemas } from './find-schemas.js';
import { createCircleCheck, endlessValue } from './holds-itself.js';
import { describePlace, isObject, placeAt } from './origins.js';
import type { LinkedDocument } from './read-document.js';
import { documentShape } from './shape.js';

/** What OpenAPI says of other descriptions, and of none. */
function whyNotOpenApi(root: unknown): string | undefined {
  if (!isObject(root) || Array.isArray(root))
    return 'it is no OpenAPI document: it must be an object with the member openapi';
  const { openapi, swagger, asyncapi } = root;
  if (typeof openapi === 'string' && /^3\.[012]\.\d+/.test(openapi)) return undefined;
  const need = 'the mock reads OpenAPI 3.0, 3.1 and 3.2';
  if (openapi !== undefined) return `its version of OpenAPI is ${JSON.stringify(openapi)}; ${need}`;
  if (swagger !== undefined) return `it is in Swagger ${JSON.stringify(swagger)}; ${need}: convert it`;
  if (asyncapi !== undefined) return `it is in AsyncAPI; ${need}`;
  return `it is no OpenAPI document: it has no member openapi; ${need}`;
}

/** A document that the mock can answer by. */
export interface CheckedDocument {
  readonly root: Record<string, unknown>;
}

/** Holds a document against what the mock needs of it, and returns what is wrong, each with its place. */
export function checkDocument({ root, origins, start }: LinkedDocument): CheckedDocument | { problems: string[] } {
  const reason = whyNotOpenApi(root);
  if (reason !== undefined || !isObject(root)) return { problems: [reason ?? ''] };
  const problems: string[] = [];
  const at = (path: readonly string[]) => describePlace(placeAt(origins, root, path, start));
  const isOld = String(root['openapi']).startsWith('3.0');
  const named: unknown = root['jsonSchemaDialect'];
  const dialect = isOld ? draft7 : named === undefined ? draft2020 : dialectOf(typeof named === 'string' ? named : '');
  if (dialect === undefined) {
    return { problems: [`${at(['jsonSchemaDialect'])} must be one of ${dialects.join(', ')}, not "${String(named)}"`] };
  }
  const holds = shapeCheck(documentShape);
  if (!holds(root)) {
    for (const { path, rule } of breachesOf(holds.errors, root)) problems.push(`${at(path)} ${rule}`);
    return { problems };
  }
  checkPaths(root, at, problems);
  const holdsItself = createCircleCheck();
  const { check } = createSchemaCheck({ origins, isOld, holdsItself }, problems);
  for (const { value, place } of findSchemas(root, origins, start)) check(value, place);
  for (const { value, place } of findExamples(root, origins, start)) {
    if (holdsItself(value)) problems.push(`${describePlace(place)} ${endlessValue}`);
  }
  if (problems.length > 0) return { problems };
  // Prism takes schemas without a dialect for draft 7.
  return { root: isOld ? root : { ...root, jsonSchemaDialect: dialect } };
}

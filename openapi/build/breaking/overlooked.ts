import type { Change } from './change.js';

/** Says what breaks callers in a change that Redocly reports but takes for harmless. */
export function overlooked({ path, typeName, kind, property, base, revision }: Change): string | undefined {
  const what = typeName + (kind === 'modified' ? `.${property ?? ''}` : ` ${kind}`);
  const before = JSON.stringify(base?.value);
  const after = JSON.stringify(revision?.value);
  switch (what) {
    // The URL stays the same, but callers of the client name the parameter.
    case 'Parameter.name':
      return `Parameter ${before} was renamed to ${after}.`;
    case 'ServerVariable.enum': {
      const left = listOf(revision?.value);
      const lost = listOf(base?.value).filter((value) => !left.includes(value));
      return lost.length > 0 ? `Server variable values were removed: ${lost.join(', ')}.` : undefined;
    }
    // Callers who handle the others do not know it. They have to expect any failure.
    case 'Response added':
      return /\/2[^/]*$/.test(path) ? 'A success status was added.' : undefined;
    case 'RequestBody added':
      return isRequired(revision?.value) ? 'A required request body was added.' : undefined;
    // The names of schemas are the names of types.
    case 'Schema.key':
      return inComponents(path) ? `Schema ${before} was renamed to ${after}.` : undefined;
    case 'Schema removed':
      return inComponents(path) ? 'The schema was removed.' : undefined;
    default:
      return undefined;
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isRequired = (body: unknown) =>
  typeof body === 'object' && body !== null && 'required' in body && body.required === true;
const inComponents = (path: string) => /^#\/components\/schemas\/[^/]+$/.test(path);

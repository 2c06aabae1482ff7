import { DocumentError } from './document-error.js';

/** The JSON pointer of what stands below another place, as the fragment of a URI: `#` is the whole document. */
export const pointerTo = (base: string, ...names: (string | number)[]): string =>
  [base, ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25'))].join(
    '/',
  );

/**
 * What a JSON pointer such as `#/components/schemas/Quota` leads to.
 *
 * @throws DocumentError when it is no pointer into the document, or leads nowhere.
 */
export function valueAt(document: object, pointer: string): unknown {
  let value: unknown = document;
  for (const name of namesOf(pointer)) {
    if (!hasMember(value, name)) throw new DocumentError({ pointer }, 'this is referred to, and is not there');
    value = value[name];
  }
  return value;
}

function namesOf(pointer: string): string[] {
  if (pointer === '#') return [];
  try {
    if (!pointer.startsWith('#/')) throw new URIError('another document, or none at all');
    return decodeURIComponent(pointer)
      .slice('#/'.length)
      .split('/')
      .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch (error) {
    throw new Error(`"${pointer}" is no JSON pointer into openapi.json`, { cause: error });
  }
}

/** Whether the document itself says so: what every object and list inherits is not in it. */
function hasMember(value: unknown, name: string): value is Record<string, unknown> {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(name) && Number(name) < value.length;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** A text of the document that people read, and that each edition has in its own language. */
export interface HumanText {
  /** JSONPath of the object that holds the text. */
  target: string;
  field: string;
  /** JSONPath of the text itself. */
  place: string;
  english: string;
}

const humanFields = new Set(['title', 'summary', 'description', 'x-label', 'x-message']);

/** Below these stand values of the API, which are the same in every language. */
const valueFields = new Set(['const', 'default', 'enum', 'example', 'payload', 'value']);

/** Objects whose members have names of their own: a property called `description` is no description. */
const namedMembers = new Set([
  '$defs',
  'callbacks',
  'content',
  'examples',
  'headers',
  'links',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'securitySchemes',
  'steps',
  'variables',
]);

/** Every text of a bundled OpenAPI document that people read, in the document's order. */
export function humanTexts(document: object): HumanText[] {
  return [...textsIn(document, '$'), ...contactName(document), ...tagNames(document), ...schemeNames(document)];
}

/** JSONPath of a member. */
export function childPath(parent: string, name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return `${parent}.${name}`;
  return `${parent}['${name.replace(/[\\']/g, '\\$&')}']`;
}

function* textsIn(node: unknown, target: string, named = false): Generator<HumanText> {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* textsIn(item, `${target}[${index}]`);
    return;
  }
  for (const [name, child] of Object.entries(node as Record<string, unknown>)) {
    const place = childPath(target, name);
    if (named) yield* textsIn(child, place);
    else if (humanFields.has(name) && typeof child === 'string') yield { target, field: name, place, english: child };
    else if (!isValue(name, child)) yield* textsIn(child, place, namedMembers.has(name));
  }
}

/** A schema's examples are a list of values, those of a body or parameter a map of objects with summaries. */
function isValue(name: string, child: unknown): boolean {
  return (
    valueFields.has(name) ||
    (name.startsWith('x-') && name !== 'x-transitions') ||
    (name === 'examples' && Array.isArray(child))
  );
}

/** Pages show who answers questions by this name. */
function* contactName({ info }: { info?: { contact?: { name?: string } } }): Generator<HumanText> {
  const target = '$.info.contact';
  const english = info?.contact?.name;
  if (english !== undefined) yield { target, field: 'name', place: childPath(target, 'name'), english };
}

/** Operations refer to tags by name, so a tag keeps its name; `x-displayName` is what pages show in its place. */
function* tagNames(document: { tags?: { name: string }[] }): Generator<HumanText> {
  for (const [index, { name }] of (document.tags ?? []).entries()) {
    const target = `$.tags[${index}]`;
    yield { target, field: 'x-displayName', place: childPath(target, 'x-displayName'), english: name };
  }
}

/** Operations refer to security schemes by their keys, and pages show these names. */
function* schemeNames(document: Components): Generator<HumanText> {
  for (const [key, { 'x-displayName': english }] of Object.entries(document.components?.securitySchemes ?? {})) {
    const target = childPath('$.components.securitySchemes', key);
    if (english !== undefined) {
      yield { target, field: 'x-displayName', place: childPath(target, 'x-displayName'), english };
    }
  }
}

interface Components {
  components?: { securitySchemes?: Record<string, { 'x-displayName'?: string }> };
}

/** As much of a bundled document as is compared. */
export interface DocumentOfOperations {
  paths: Record<string, Record<string, unknown>>;
}

/** The operations that differ between two documents, by their IDs, in the order of the document. */
export interface OperationChanges {
  added: string[];
  changed: string[];
  removed: string[];
}

/** Compares the operations of two bundled documents: what they take and answer, and not how that is put in words. */
export function operationChanges(released: DocumentOfOperations, present: DocumentOfOperations): OperationChanges {
  const before = contracts(released);
  const after = contracts(present);
  const added = [...after.keys()].filter((id) => !before.has(id));
  const removed = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after].flatMap(([id, contract]) => {
    const earlier = before.get(id);
    return earlier === undefined || earlier === contract ? [] : [id];
  });
  return { added, changed, removed };
}

/** Each operation with all that it refers to, as one text. */
function contracts(document: DocumentOfOperations): Map<string, string> {
  return new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]): [string, string][] =>
        isObject(operation) && typeof operation['operationId'] === 'string'
          ? [[operation['operationId'], contractOf(document, { path, method, shared: item['parameters'], operation })]]
          : [],
      ),
    ),
  );
}

/** What is for readers. A field of the API that has such a name is described by an object, and stays. */
const texts = new Set(['summary', 'description', 'title']);
const samples = new Set(['example', 'examples']);

function contractOf(document: DocumentOfOperations, operation: object): string {
  const parts = new Map<string, unknown>([['', operation]]);
  // A map is walked to its end, and what is put into it on the way comes at its end.
  for (const part of parts.values()) {
    for (const reference of referencesIn(part)) {
      if (!parts.has(reference)) parts.set(reference, find(document, reference));
    }
  }
  return JSON.stringify([...parts], (key, value: unknown) =>
    (texts.has(key) && typeof value === 'string') || samples.has(key) ? undefined : value,
  );
}

function referencesIn(value: unknown): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

/** What a JSON pointer, such as `#/components/schemas/Quota`, leads to. */
function find(document: object, reference: string): unknown {
  const found = reference
    .slice('#/'.length)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), document);
  if (found === undefined) throw new Error(`the document refers to ${reference}, which is not in it`);
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

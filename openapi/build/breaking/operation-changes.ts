import { type Document, operationsOf, valueAt } from '../../src/reader.js';

type DocumentOfOperations = Pick<Document, 'paths'>;

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
    operationsOf(document).map(({ operationId, path, method, operation }) => {
      const shared = document.paths[path]?.parameters;
      return [operationId, contractOf(document, { path, method, shared, operation })];
    }),
  );
}

/** What is for readers. A field of the API that has such a name is described by an object, and stays. */
const texts = new Set(['summary', 'description', 'title', 'x-message', 'x-from']);
const samples = new Set(['example', 'examples']);

function contractOf(document: DocumentOfOperations, operation: object): string {
  const parts = new Map<string, unknown>([['', operation]]);
  // A map is walked to its end, and what is put into it on the way comes at its end.
  for (const part of parts.values()) {
    for (const reference of referencesIn(part)) {
      if (!parts.has(reference)) parts.set(reference, valueAt(document, reference));
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

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

import { isRecord, parseJson } from '../call/json.js';

/**
 * A value as a text that is the same for all values that mean the same to the API: no list of it has an order, or counts an
 * item twice; an item alone is as good as the list of it; and what is empty is as good as left out. Items may be texts of
 * JSON, as statements of policies are in some answers.
 *
 * @param itemDefaults What members of the items of a list are when they are left out.
 */
export function canonical(value: unknown, itemDefaults: object = {}): string {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => {
      const read = typeof item === 'string' && item.startsWith('{') ? (parseJson(item) ?? item) : item;
      return canonical(isRecord(read) ? { ...itemDefaults, ...read } : read);
    });
    const distinct = [...new Set(items)].sort();
    return distinct.length > 1 ? `[${distinct.join()}]` : (distinct[0] ?? '');
  }
  if (isRecord(value)) {
    const members = Object.entries(value)
      .map(([name, member]) => [name, canonical(member)] as const)
      .filter(([, text]) => text !== '');
    return `{${members
      .map((member) => member.join(':'))
      .sort()
      .join()}}`;
  }
  return value === undefined || value === null || value === '' ? '' : JSON.stringify(value);
}

import type { Document } from '../../src/document-types.js';

/**
 * Gives each variable of a server that has names for its values (`x-names`) the list of these values, as `enum`.
 *
 * @throws Error when a variable has both: its values would be written twice, and might differ.
 */
export function withServerValues<Given extends Pick<Document, 'servers'>>(document: Given): Given {
  for (const { url, variables = {} } of document.servers ?? []) {
    for (const [name, variable] of Object.entries(variables)) {
      const names = variable['x-names'];
      if (names === undefined) continue;
      if (variable.enum !== undefined) throw new Error(`${url}: the variable ${name} has both enum and x-names`);
      variable.enum = Object.keys(names);
    }
  }
  return document;
}

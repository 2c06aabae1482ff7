interface Operation {
  description?: string;
  'x-error-codes'?: string[];
}

/** Where the catalogue says what an error code means and what to do about it, seen from the reference. */
const errorAddress = (code: string) => `errors/#${code}`;

/**
 * Adds to the description of every operation the error codes that it is known to give, each a link into the catalogue.
 *
 * @returns a copy of the document.
 */
export function linkErrors<Document extends { paths: object }>(document: Document): Document {
  const linked = structuredClone(document);
  for (const item of Object.values(linked.paths) as Record<string, Operation>[]) {
    for (const operation of Object.values(item)) {
      const codes = operation['x-error-codes'];
      if (codes === undefined) continue;
      const links = codes.map((code) => `[${code}](${errorAddress(code)})`).join(', ');
      operation.description = `${operation.description ?? ''}\n\n**Error codes:** ${links}`;
    }
  }
  return linked;
}

interface Operation {
  description?: string;
  'x-error-codes'?: string[];
}

/**
 * Adds to the description of every operation the error codes that it is known to give, each a link into the catalogue.
 *
 * @param catalogue the catalogue's address, seen from the reference: the codes are anchors in it.
 * @returns a copy of the document.
 */
export function linkErrors<Document extends { paths: object }>(
  document: Document,
  catalogue: string,
  label: string,
): Document {
  const linked = structuredClone(document);
  for (const item of Object.values(linked.paths) as Record<string, Operation>[]) {
    for (const operation of Object.values(item)) {
      const codes = operation['x-error-codes'];
      if (codes === undefined) continue;
      const links = codes.map((code) => `[${code}](${catalogue}#${code})`).join(', ');
      operation.description = `${operation.description ?? ''}\n\n**${label}** ${links}`;
    }
  }
  return linked;
}

let names: Readonly<Record<string, string>> = {};

/** Says what the headings in the document's description are called in the addresses: the same in every language. */
export function setHeadingAnchors(anchors: Readonly<Record<string, string>>): void {
  names = anchors;
}

export const anchorOf = (heading: string): string => names[heading] ?? heading;

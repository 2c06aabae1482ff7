/** A part of an element that its markup promises. */
export function partOf(whole: Element, selector: string): HTMLElement {
  const part = whole.querySelector<HTMLElement>(selector);
  if (part === null) throw new Error(`the page has no ${selector} where it is needed`);
  return part;
}

/** What the scripts write into the dialog, element by element. */

/** An element with text, or with other elements. */
export function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

export function linkTo(address: string, text: string): HTMLElement {
  const link = element('a', text);
  link.setAttribute('href', address);
  return link;
}

/** A button with a text of the document. */
export function buttonFor(text: string, onPress: () => void): HTMLElement {
  const button = element('button', ...codeIn(text));
  button.setAttribute('type', 'button');
  button.addEventListener('click', onPress);
  return button;
}

/** Content behind a name, which unfolds it; nothing when there is none. */
export function folded(name: string, content: readonly HTMLElement[]): HTMLElement[] {
  return content.length === 0 ? [] : [element('details', element('summary', name), ...content)];
}

/** A text of the document, with what stands between backticks as code. */
export const codeIn = (text: string): Node[] =>
  text.split('`').map((part, index) => (index % 2 === 0 ? document.createTextNode(part) : element('code', part)));

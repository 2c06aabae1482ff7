import Prism from 'prismjs/components/prism-core.js';
import 'prismjs/components/prism-json.js';

// What else is on the page is coloured already.
Prism.manual = true;

/** Colours JSON: the text as HTML. */
export function highlightJson(text: string): string {
  const grammar = Prism.languages['json'];
  if (grammar === undefined) throw new Error('Prism has no grammar of JSON');
  return Prism.highlight(text, grammar, 'json');
}

import Prism from 'prismjs/components/prism-core.js';
import 'prismjs/components/prism-clike.js';
import 'prismjs/components/prism-javascript.js';
import 'prismjs/components/prism-bash.js';
import 'prismjs/components/prism-go.js';
import 'prismjs/components/prism-http.js';
import 'prismjs/components/prism-java.js';
import 'prismjs/components/prism-json.js';
import 'prismjs/components/prism-python.js';
import 'prismjs/components/prism-typescript.js';

const names: Readonly<Record<string, string>> = { shell: 'bash', curl: 'bash', ts: 'typescript', js: 'javascript' };

/** Colours a code sample; Redoc's own module brings 23 languages, these are the ones that the samples are written in. */
export function highlight(source: string | number | boolean, language = 'clike'): string {
  const name = language.toLowerCase();
  const known = names[name] ?? name;
  const grammar = Prism.languages[known] ?? Prism.languages['clike'];
  return grammar === undefined ? String(source) : Prism.highlight(String(source), grammar, known);
}

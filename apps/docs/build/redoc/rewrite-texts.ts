import MagicString from 'magic-string';
import ts from 'typescript';
import type { TextTable } from '../../src/redoc/text-table.js';
import type { Modules } from './modules.js';

/** A text in a module: a string, what stands between tags, or a part of a template as it is written. */
interface Text {
  kind: 'string' | 'jsx' | 'template';
  text: string;
}

/**
 * Says in modules what a table says instead of what they say.
 *
 * @throws Error when an entry meets nothing.
 */
export function rewriteTexts(
  modules: Modules,
  table: TextTable,
  rewrite: (text: Text, from: string, to: string) => string,
): Modules {
  const rewritten = new Map(modules);
  for (const [name, entries] of Object.entries(table)) {
    const module = modules.get(name);
    if (module === undefined) throw new Error(`Redoc has no module ${name}: see what the new version has instead`);
    rewritten.set(name, { ...module, source: rewriteModule(name, module.source, entries, rewrite) });
  }
  return rewritten;
}

function rewriteModule(
  name: string,
  source: string,
  entries: Readonly<Record<string, string>>,
  rewrite: (text: Text, from: string, to: string) => string,
): string {
  const missing = new Set(Object.keys(entries));
  const changed = new MagicString(source);
  for (const { node, kind, text } of textsIn(source)) {
    let now = text;
    for (const [from, to] of Object.entries(entries)) {
      const after = rewrite({ kind, text: now }, from, to);
      if (after !== now) missing.delete(from);
      now = after;
    }
    if (now !== text) write(changed, node, kind, now);
  }
  const [first] = missing;
  if (first !== undefined) throw new Error(`${name} of Redoc says "${first}" nowhere: see what it says instead`);
  return changed.toString();
}

interface Found extends Text {
  node: ts.Node;
}

/** The texts in a module, but for what is no text to anyone: the names of modules and types. */
function textsIn(source: string): Found[] {
  const file = ts.createSourceFile('module.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node)) found.push({ node, kind: 'string', text: node.text });
    else if (ts.isJsxText(node)) found.push({ node, kind: 'jsx', text: shown(node.text) });
    else if (ts.isTemplateLiteralToken(node)) found.push({ node, kind: 'template', text: node.rawText ?? node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What of a text between tags is shown: not how it is broken into lines. */
function shown(text: string): string {
  const lines = text.split('\n').map((line, index, all) => {
    const begun = index > 0 ? line.trimStart() : line;
    return index < all.length - 1 ? begun.trimEnd() : begun;
  });
  return lines.filter((line) => line !== '').join(' ');
}

function write(changed: MagicString, node: ts.Node, kind: Text['kind'], text: string): void {
  // A text between tags is a node of its own, blanks before it and all; other nodes begin where they are read.
  const start = kind === 'jsx' ? node.getFullStart() : node.getStart();
  if (kind === 'template') {
    // Between the marks that begin and end this part of the template: ` or } before it, ` or ${ behind.
    const end = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) ? 2 : 1;
    changed.overwrite(start + 1, node.getEnd() - end, text);
    return;
  }
  const literal = JSON.stringify(text);
  changed.overwrite(start, node.getEnd(), kind === 'jsx' || ts.isJsxAttribute(node.parent) ? `{${literal}}` : literal);
}

import { readFileSync } from 'node:fs';
import { Document, isMap, isScalar, parse, parseDocument, stringify } from 'yaml';
import { fingerprint, groupedByTarget, type Translation, type Untranslated } from './translations.js';

// Long lines stay as they are: folded, a Chinese text would get blanks between its characters.
const format = { lineWidth: 0, singleQuote: true };

/** The translations in a file of YAML with `actions`, which may be a whole overlay. */
export function readTranslations(file: string): Translation[] {
  const { actions } = parse(readFileSync(file, 'utf8')) as { actions: Partial<Translation>[] | null };
  return (actions ?? []).map(({ target = '', update = {}, 'x-english': fingerprints = {} }) => ({
    target,
    update: asTexts(update),
    'x-english': asTexts(fingerprints),
  }));
}

/** An overlay with other actions; what stands around them, comments included, is kept. */
export function withActions(overlay: string, actions: Translation[]): string {
  const document = parseDocument(overlay);
  document.set('actions', actions);
  return document.toString(format);
}

/** Actions to be filled in. Each holds the translation where it is known, else the English text in its place. */
export function skeleton(texts: Untranslated[]): string {
  if (texts.length === 0) return stringify({ actions: [] });
  const actions = groupedByTarget(
    texts.map((text) => ({ ...text, text: text.known ?? text.english, fingerprint: fingerprint(text.english) })),
  );
  const document = new Document({ actions });
  for (const { target, field, outdated } of texts) {
    const index = actions.findIndex((action) => action.target === target);
    const update = document.getIn(['actions', index, 'update'], true);
    const key =
      isMap(update) && update.items.map((pair) => pair.key).find((name) => isScalar(name) && name.value === field);
    if (isScalar(key) && outdated !== undefined)
      key.commentBefore = ` until now:\n${outdated.trimEnd()}`.replaceAll('\n', '\n ');
  }
  return document.toString(format);
}

/** A fingerprint of digits alone is a number to YAML when it was written without quotes. */
function asTexts(members: object): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
}

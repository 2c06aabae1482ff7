const prose = ['title', 'description', 'example', 'examples', 'x-label'];
// Beneath these keywords stand names that somebody chose, and a property may well be called `description`.
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/**
 * No two schemas of a bundle say the same in different words: a change to one would be forgotten in the other. In the
 * tree schemas are files, so this rule finds nothing there. `exceptions` are pairs of names that agree by chance, or
 * whose names the vendor's documents tell apart.
 *
 * @param {{ exceptions?: [string, string][] }} options
 * @returns {import('./rule.js').Visitor}
 */
export function distinctSchemas({ exceptions = [] }) {
  const allowed = new Set(exceptions.map((pair) => [...pair].sort().join()));
  return {
    Components({ schemas = {} }, { location, report }) {
      /** @type {Map<string, string[]>} */
      const names = new Map();
      for (const [name, schema] of Object.entries(schemas)) {
        const meaning = JSON.stringify(withoutProse(schema, false));
        const equal = names.get(meaning) ?? [];
        for (const other of equal) {
          if (!allowed.has([name, other].sort().join()))
            report({
              message: `Schema \`${name}\` says the same as \`${other}\`.`,
              location: location.child(['schemas', name]).key(),
            });
        }
        names.set(meaning, [...equal, name]);
      }
    },
  };
}

/**
 * What a schema demands, with keys in alphabetical order, so that equal schemas have equal texts.
 *
 * @param {unknown} node
 * @param {boolean} isMap whether the keys of `node` are names, rather than keywords
 * @returns {unknown}
 */
function withoutProse(node, isMap) {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item, false));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isMap || !prose.includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, withoutProse(value, !isMap && maps.includes(key))]),
  );
}

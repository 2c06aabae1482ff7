import { readdirSync, readFileSync } from 'node:fs';
import { URL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const read = (/** @type {string} */ file) => parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

/** The JSON Schema of each word, by the word. */
const vocabulary = new Map(
  readdirSync(new URL('../vocabulary/', import.meta.url))
    .filter((file) => file.startsWith('x-'))
    .map((file) => [file.replace('.yaml', ''), read(`vocabulary/${file}`)]),
);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
/** With the other extensions that schemas and operations have. */
const words = new Set([...vocabulary.keys(), 'x-error-codes', 'x-since']);
/** The regions that the document has servers in. */
const regions = new Set(
  read('openapi.yaml').servers.flatMap((/** @type {any} */ { variables }) =>
    Object.keys(variables?.region['x-names'] ?? {}),
  ),
);
const validators = new Map([...vocabulary].map(([word, schema]) => [word, ajv.compile(schema)]));

/**
 * The document's own words are used as `vocabulary/` says, and name what there is: codes of the catalogue, members of the
 * schema, keywords that stand beside them, regions of the servers. A pattern or format that clients send has its words beside it.
 *
 * @returns {import('./rule.js').Visitor}
 */
export function documentVocabulary() {
  /** @type {Set<string>} */
  const codes = new Set(read('errors.yaml').codes.map((/** @type {{ code: string }} */ { code }) => code));

  /**
   * @param {Record<string, any>} node
   * @param {import('./rule.js').Context} context
   */
  function holdWords(node, { location, report }) {
    for (const [word, validate] of validators) {
      const value = node[word];
      if (value === undefined || validate(value)) continue;
      // Of alternatives, that none of them or several hold says enough.
      const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/oneOf\//.test(schemaPath));
      report({
        message: `\`${word}\` ${errors.map(({ instancePath, message }) => `${instancePath} ${message}`.trim()).join(', ')}; see vocabulary/${word}.yaml.`,
        location: location.child(word),
      });
    }
    for (const name of Object.keys(node).filter((name) => name.startsWith('x-') && !words.has(name))) {
      report({ message: `\`${name}\` is no word of vocabulary/.`, location: location.child(name) });
    }
    const named = [node['x-error-code']].flatMap((given) =>
      typeof given === 'object' ? Object.values(given) : (given ?? []),
    );
    for (const rule of [node['x-rules']].flat()) if (typeof rule?.code === 'string') named.push(rule.code);
    for (const code of named.filter((code) => !codes.has(code))) {
      report({ message: `\`${code}\` is not in errors.yaml.`, location: location.key() });
    }
  }
  return {
    Operation(operation, context) {
      holdWords(operation, context);
      for (const region of [operation['x-regions'] ?? []].flat().filter((id) => !regions.has(id))) {
        context.report({
          message: `\`x-regions\` names \`${region}\`, which no server has.`,
          location: context.location.child('x-regions'),
        });
      }
    },
    Response: holdWords,
    ServerVariable: holdWords,
    Schema(schema, context) {
      if (typeof schema !== 'object') return;
      const { location, report } = context;
      holdWords(schema, context);
      if (typeof schema['x-error-code'] === 'object') {
        for (const keyword of Object.keys(schema['x-error-code']).filter((name) => !(name in schema))) {
          report({
            message: `\`x-error-code\` names \`${keyword}\`, which does not stand beside it.`,
            location: location.child('x-error-code'),
          });
        }
      }
      if (schema['x-extensible-enum'] !== undefined && schema.enum !== undefined) {
        report({
          message: '`x-extensible-enum` stands in the place of `enum`, and not beside it.',
          location: location.child('x-extensible-enum'),
        });
      }
      for (const state of Object.values(schema['x-lifecycle'] ?? {}).flat()) {
        if (schema.enum?.includes(state)) continue;
        report({
          message: `\`x-lifecycle\` names \`${state}\`, which is not in \`enum\`.`,
          location: location.child('x-lifecycle'),
        });
      }
    },
  };
}

import { breachesOf, shapeCheck, shortened } from './breaches.js';
import { checkWords } from './check-words.js';
import { dialectOf, dialects } from './dialects.js';
import { createEndlessCheck } from './endless.js';
import { endlessValue } from './holds-itself.js';
import { describePlace, isObject, type Origins, type Place } from './origins.js';
import { oldSchemaShape, schemaShape } from './schema-shape.js';
import { innerSchemas, isSchemaWord } from './schema-words.js';

/** References that are resolved where a schema is used, which the mock cannot follow. */
const unfollowed = ['$dynamicRef', '$recursiveRef'];

/** What gives schemas names, which nothing refers to by them. */
const named = ['$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor'];

/** What limits a list. */
const limits = ['minItems', 'maxItems', 'uniqueItems'];

/** What says what the items of a list are. */
const itemWords = ['items', 'prefixItems', 'additionalItems', 'unevaluatedItems'];

/** Finds what is wrong with the schemas of a document, each of which is looked at once. */
export interface SchemaCheck {
  /** Looks at a schema, and at all in it that was not looked at before. */
  readonly check: (schema: unknown, place: Place) => void;
}

/** Adds what it finds to `problems`. With `isOld`, schemas are in the words of OpenAPI 3.0. */
export function createSchemaCheck(
  { origins, isOld, holdsItself }: { origins: Origins; isOld: boolean; holdsItself: (value: unknown) => boolean },
  problems: string[],
): SchemaCheck {
  const seen = new WeakSet();
  const isEndless = createEndlessCheck();
  const holds = shapeCheck(isOld ? oldSchemaShape : schemaShape);

  function check(schema: unknown, place: Place): void {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const own = origins.get(schema) ?? place;
    const at = (...path: string[]): Place => ({ source: own.source, path: [...own.path, ...path] });
    const fail = (path: string[], rule: string) => problems.push(`${describePlace(at(...path))} ${rule}`);
    const { $schema: dialect, pattern, patternProperties } = schema;
    if (dialect !== undefined && (typeof dialect !== 'string' || dialectOf(dialect) === undefined)) {
      fail(['$schema'], `must be one of ${dialects.join(', ')}, not ${JSON.stringify(dialect)}`);
      return;
    }
    if (isEndless(schema)) {
      fail(
        [],
        'comes back to the same schema for the same value, so that no check of it ends; refer to it from a member or an item',
      );
      return;
    }
    for (const word of Object.keys(schema)) {
      if (isSchemaWord(word) || !holdsItself(schema[word])) continue;
      // What is said beside the words of schemas has no effect.
      if (word.startsWith('x-')) Reflect.deleteProperty(schema, word);
      else fail([word], endlessValue);
    }
    for (const word of unfollowed) if (word in schema) fail([word], 'is not followed; use $ref with a JSON pointer');
    const patterns: [string, string[]][] = isObject(patternProperties)
      ? Object.keys(patternProperties).map((each) => [each, ['patternProperties', each]])
      : [];
    if (typeof pattern === 'string') patterns.push([pattern, ['pattern']]);
    for (const [each, path] of patterns) {
      const reason = whyIrregular(each);
      if (reason !== undefined) fail(path, `is no regular expression: ${reason}`);
    }
    if (!holds(schema)) {
      for (const { path, rule, value } of breachesOf(holds.errors, schema)) {
        fail(path, `${rule}, not ${shortened(value)}`);
      }
    }
    checkWords(schema, (path, rule) => fail([...path], rule));
    for (const inner of innerSchemas(schema)) check(inner.schema, at(...inner.path));
    // All references are resolved. Names would clash where a schema is used twice.
    for (const word of named) Reflect.deleteProperty(schema, word);
    // It asks for answers that come later.
    delete schema['$async'];
    // It has no effect then, and Prism would not use the schema.
    if (schema['type'] === undefined) delete schema['nullable'];
    // The items may be anything. What makes values up wants that to be said where something else is said of them.
    if (limits.some((word) => word in schema) && itemWords.every((word) => !(word in schema))) schema['items'] = {};
  }

  return { check };
}

/** Why a text is no regular expression of JSON Schema, which are read with JavaScript's flag u; undefined when it is one. */
function whyIrregular(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
  }
}

const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/**
 * Properties are named in snake_case. `exceptions` are the names that the vendor spells otherwise.
 *
 * @param {{ exceptions?: string[] }} options
 * @returns {import('./rule.js').Visitor}
 */
export function propertyName({ exceptions = [] }) {
  return {
    SchemaProperties(properties, { location, report }) {
      for (const name of Object.keys(properties)) {
        if (!snakeCase.test(name) && !exceptions.includes(name))
          report({ message: `Property \`${name}\` is not named in snake_case.`, location: location.child(name).key() });
      }
    },
  };
}

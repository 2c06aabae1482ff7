/**
 * Every body in JSON has an example: the samples and the mock's answers are made of them.
 *
 * @returns {import('./rule.js').Visitor}
 */
export function bodyExample() {
  return {
    MediaType({ example, examples = {} }, { location, report }) {
      if (example === undefined && Object.keys(examples).length === 0)
        report({
          message: 'The body has no example: put one into components/examples, and refer to it in `examples`.',
          location: location.key(),
        });
    },
  };
}

/**
 * A failure is answered alike wherever it happens: every response with a 4xx or 5xx status refers to a shared one.
 *
 * @returns {import('./rule.js').Visitor}
 */
export function sharedFailure() {
  return {
    // Rules see a response after its reference has been followed; the operation still holds the reference itself.
    Operation({ responses = {} }, { location, report }) {
      for (const [status, response] of Object.entries(responses)) {
        const shared = response.$ref?.includes('components/responses/');
        if (/^[45]/.test(status) && !shared)
          report({
            message: `Status ${status} does not refer to a shared response.`,
            location: location.child(['responses', status]).key(),
          });
      }
    },
  };
}

/**
 * An `operationId` begins with a verb that is known, and is sent with a method that fits the verb. `verbs` names the
 * methods of each verb, `exceptions` the operations whose method the vendor chose otherwise.
 *
 * @param {{ verbs: Record<string, string[]>, exceptions?: string[] }} options
 * @returns {import('./rule.js').Visitor}
 */
export function operationVerb({ verbs, exceptions = [] }) {
  const known = Object.entries(verbs)
    .map(([verb, methods]) => `${verb} (${methods.join(' or ')})`)
    .join(', ');
  return {
    Operation(operation, { key, location, report }) {
      const { operationId } = operation;
      // Redocly's own rules ask for an ID.
      if (operationId === undefined || exceptions.includes(operationId)) return;
      const verb = /^[a-z]+/.exec(operationId)?.[0] ?? '';
      const methods = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
      const at = location.child('operationId');
      if (!methods)
        report({
          message: `\`${operationId}\` does not begin with a known verb. Known are ${known}; a new one is added to redocly.yaml.`,
          location: at,
        });
      else if (!methods.includes(String(key)))
        report({
          message: `\`${operationId}\` is sent with ${String(key)}, not with ${methods.join(' or ')}.`,
          location: at,
        });
    },
  };
}

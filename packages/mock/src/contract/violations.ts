import type { IPrismDiagnostic } from '@stoplight/prism-core';

/** How many violations one message lists. A body can break thousands of rules at once. */
const maxListed = 10;

/** How much of one violation a message says, in characters. The names of unknown fields can be of any length. */
const maxLineLength = 500;

/** Names a place in a request the way JavaScript would, such as `body.ports[0].client_port`. */
function place(path: readonly string[]): string {
  return path.reduce(
    (name, segment) => (/^\d+$/.test(segment) ? `${name}[${segment}]` : name === '' ? segment : `${name}.${segment}`),
    '',
  );
}

/** One violation: the field, and the rule that it breaks. */
function describe({ path = [], message }: IPrismDiagnostic): string {
  const where = place(path);
  if (message === 'Body parameter is required') return 'body is missing';
  const rule = message.replace(/^Re(quest|sponse) (body|query|path|header)? ?((property|parameter) \S+ )?/, '');
  const missing = /^must have required property '(.+)'$/.exec(rule);
  if (missing) return `${where}.${missing[1] ?? ''} is missing`;
  const unknown = /additional properties; found '(.+)'$/.exec(rule);
  if (unknown) return `${where}.${unknown[1] ?? ''} is not a field of this object`;
  return `${where} ${rule}`.trim();
}

const shorten = (line: string): string => (line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line);

/** Everything that a request or answer breaks, in one line. */
export function describeViolations(violations: readonly IPrismDiagnostic[]): string {
  const lines = [...new Set(violations.map(describe))];
  const rest = lines.length - maxListed;
  return lines.slice(0, maxListed).map(shorten).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

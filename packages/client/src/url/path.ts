import { VpcepValidationError } from '../errors/vpcep-error.js';
import { visibleText } from '../given/visible-text.js';

/**
 * Fills the values into a path template, each escaped as one segment of the URL.
 *
 * @throws VpcepValidationError when a value is missing, or is `.` or `..`, which URLs resolve away, or holds what servers
 * read in different ways: each would send the request to another path than the one that was meant.
 */
export function fillPath(template: string, values: Partial<Record<string, unknown>>): string {
  return template.replace(/{(.+?)}/g, (_, name: string) => {
    const value = values[name];
    // It is sent in a header too.
    if (name === 'project_id') visibleText('path.project_id', value);
    if (typeof value === 'string' && !/^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u.test(value)) return encodeURIComponent(value);
    throw new VpcepValidationError(
      `path.${name}`,
      'must be a string without slashes, control characters and lone surrogates, not empty, "." or ".."',
    );
  });
}

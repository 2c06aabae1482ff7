import { VpcepValidationError } from '../errors/vpcep-error.js';

/**
 * Fills the values into a path template, each escaped as one segment of the URL.
 *
 * @throws VpcepValidationError when a value is missing or empty, or is `.` or `..`, which URLs resolve away: each would
 * send the request to another path than the one that was meant.
 */
export function fillPath(template: string, values: Record<string, unknown>): string {
  // What stands between braces is every second part.
  return template
    .split(/[{}]/)
    .map((part, index) => (index % 2 === 0 ? part : segment(part, values)))
    .join('');
}

function segment(name: string, values: Record<string, unknown>): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
    throw new VpcepValidationError(`path.${name}`, 'must be a non-empty string other than "." and ".."');
  }
  return encodeURIComponent(value);
}

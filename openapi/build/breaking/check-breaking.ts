import { judgedChanges } from './changes.js';
import { allowsBreaking } from './version.js';

/**
 * Prints what breaks callers of the released document in the present one, and what is harmless about rules and codes.
 *
 * @param released @param present Absolute paths of the bundles.
 * @param versions of the released document, and of the next one.
 * @returns whether the next version allows for it.
 */
export function checkBreaking(
  released: string,
  present: string,
  versions: { released: string; next: string },
): boolean {
  const changes = judgedChanges(released, present);
  const breaking = changes.filter(({ breaks }) => breaks);
  for (const { place, message, breaks } of changes) {
    process.stderr.write(`${place}\n  ${breaks ? '' : 'Harmless. '}${message}\n`);
  }
  process.stderr.write(
    `Breaking changes since ${versions.released}: ${breaking.length}. The next version is ${versions.next}.\n`,
  );
  if (breaking.length === 0 || allowsBreaking(versions.released, versions.next)) return true;
  process.stderr.write(
    'Take them back, or announce them with "npx changeset": @vpcep/openapi, major, before 1.0.0 minor.\n',
  );
  return false;
}

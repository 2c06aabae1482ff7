import { fileURLToPath } from 'node:url';
import { raiseVersion } from './release/raise-version.js';

/** Makes the next version of everything from the changesets. */
try {
  const version = await raiseVersion(fileURLToPath(new URL('..', import.meta.url)));
  process.stdout.write(
    version === undefined
      ? 'There are no changesets of what is published, so the version stays. "npx changeset" writes one.\n'
      : `Everything is version ${version} now. Read the changelogs, and commit.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from './changes.js';
import { openapiFolder } from './run.js';
import { allowsBreaking } from './version.js';

/** Fails when the present document breaks callers of the released one and its version does not say so. */
const released = join(openapiFolder, 'released/openapi.json');
const present = join(openapiFolder, 'dist/openapi.json');

const versionOf = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { info: { version: string } }).info.version;
const versions = [versionOf(released), versionOf(present)] as const;

const breaking = breakingChanges(released, present);
for (const { place, message } of breaking) process.stdout.write(`${place}\n  ${message}\n`);
process.stdout.write(`Breaking changes since ${versions[0]}: ${breaking.length}. This is ${versions[1]}.\n`);
if (breaking.length > 0 && !allowsBreaking(...versions)) {
  process.stderr.write('Take them back, or raise info.version: the major number, before 1.0.0 the minor number.\n');
  process.exitCode = 1;
}

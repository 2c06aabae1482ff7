import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { checkBreaking } from './breaking/check-breaking.js';
import { released, versionOf } from './breaking/released.js';
import { laterStates } from '../src/later-states.js';
import { bundleFile } from './bundle/files.js';
import { openapiFolder } from './tools/run.js';

/** Fails when the present document breaks callers of the released one, and the changesets do not raise its version so. */
const { releases } = await getReleasePlan(join(openapiFolder, '..'));
const next = releases.find(({ name }) => name === '@vpcep/openapi')?.newVersion ?? versionOf(bundleFile(undefined));

for (const asOf of [undefined, ...laterStates]) {
  process.stderr.write(`${asOf === undefined ? 'By tables 1 to 7' : `As of ${asOf}`}:\n`);
  const before = released(asOf);
  if (!checkBreaking(before, bundleFile(asOf), { released: versionOf(before), next })) process.exitCode = 1;
}

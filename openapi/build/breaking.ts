import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { checkBreaking } from './breaking/check-breaking.js';
import { released, versionOf } from './breaking/released.js';
import { openapiFolder } from './tools/run.js';

/** Fails when the present document breaks callers of the released one, and the changesets do not raise its version so. */
const present = join(openapiFolder, 'dist/openapi.json');
const { releases } = await getReleasePlan(join(openapiFolder, '..'));
const next = releases.find(({ name }) => name === '@vpcep/openapi')?.newVersion ?? versionOf(present);

if (!checkBreaking(released, present, { released: versionOf(released), next })) process.exitCode = 1;

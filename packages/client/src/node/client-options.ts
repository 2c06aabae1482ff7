import type { AccessKeyCredentials } from '../authentication/credentials.js';
import { VpcepError } from '../errors/vpcep-error.js';
import { credentialsFromEnvironment, projectIdFromEnvironment, regionFromEnvironment } from './environment.js';

/** What a client needs to be told, out of the environment. */
export interface EnvironmentOptions {
  /** The region's ID. */
  region: string;
  /** The project's ID; undefined when the environment has none, for IAM knows it. */
  projectId: string | undefined;
  /** Reads the access key when it is needed. */
  credentials: () => AccessKeyCredentials;
}

/**
 * All that `createVpcepClient` needs, from the environment: the region from `HW_REGION_NAME`, and what
 * {@link projectIdFromEnvironment} and {@link credentialsFromEnvironment} find.
 *
 * @throws VpcepError when the environment has no region, or no whole access key.
 */
export function clientOptionsFromEnvironment(): EnvironmentOptions {
  const region = regionFromEnvironment();
  if (region === undefined) throw new VpcepError('region: the environment has no HW_REGION_NAME');
  const credentials = credentialsFromEnvironment();
  // Whether they are there shows now, rather than with the first call.
  credentials();
  return { region, projectId: projectIdFromEnvironment(), credentials };
}

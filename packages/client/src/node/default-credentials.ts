import { existsSync } from 'node:fs';
import type { AccessKeyCredentials } from '../authentication/credentials.js';
import { VpcepError } from '../errors/vpcep-error.js';
import { credentialsFromEnvironment, familyInUse, keyNames } from './environment.js';
import { credentialsFromProfile, defaultProfileFile } from './profile.js';

/**
 * Credentials from where Huawei's SDKs look for them: the environment, there as {@link credentialsFromEnvironment} finds them, or
 * else the profile `basic` of the profile file.
 * A place that holds something, but not all that is needed, is an error rather than a reason to look further, as other
 * credentials than the ones that were meant may belong to another account.
 *
 * @returns a function for `credentials`. It rejects with a VpcepError that tells where it looked.
 */
export function defaultCredentials(): () => Promise<AccessKeyCredentials> {
  const fromEnvironment = credentialsFromEnvironment();
  return async () => {
    if (familyInUse() !== undefined) return fromEnvironment();
    const file = defaultProfileFile();
    if (!existsSync(file)) {
      throw new VpcepError(
        `credentials: the environment has neither ${keyNames.join(', nor ')}, and there is no file ${file}`,
      );
    }
    return credentialsFromProfile({ file })();
  };
}

import type { AccessKeyCredentials } from '../authentication/credentials.js';
import { VpcepError } from '../errors/vpcep-error.js';

/**
 * Credentials from the environment, by the names that Huawei's SDKs use: `HUAWEICLOUD_SDK_AK` and
 * `HUAWEICLOUD_SDK_SK`, and for temporary access keys `HUAWEICLOUD_SDK_SECURITY_TOKEN`. Empty variables count as not
 * set.
 *
 * @returns a function for `credentials`, which reads the environment when it is called. It throws a VpcepError that
 * names the variable that is missing.
 */
export function credentialsFromEnvironment(): () => AccessKeyCredentials {
  return () => ({
    accessKeyId: required('HUAWEICLOUD_SDK_AK'),
    secretAccessKey: required('HUAWEICLOUD_SDK_SK'),
    securityToken: variable('HUAWEICLOUD_SDK_SECURITY_TOKEN'),
  });
}

function required(name: string): string {
  const value = variable(name);
  if (value === undefined) throw new VpcepError(`credentials: the environment has no ${name}`);
  return value;
}

/** The project's ID from the environment, `HUAWEICLOUD_SDK_PROJECT_ID`, where it is set. */
export function projectIdFromEnvironment(): string | undefined {
  return variable('HUAWEICLOUD_SDK_PROJECT_ID');
}

/** A variable of the environment; undefined when it is not set or empty. */
export function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

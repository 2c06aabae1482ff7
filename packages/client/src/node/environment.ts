import type { AccessKeyCredentials } from '../authentication/credentials.js';
import { VpcepError } from '../errors/vpcep-error.js';

/** The names of variables that belong together. */
type Family = Readonly<Record<'accessKeyId' | 'secretAccessKey' | 'securityToken' | 'projectId', string>>;

/** The families, in the order in which they are looked for: that of Huawei's SDKs, and that of Terraform's provider. */
const families: readonly Family[] = [
  {
    accessKeyId: 'HUAWEICLOUD_SDK_AK',
    secretAccessKey: 'HUAWEICLOUD_SDK_SK',
    securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
    projectId: 'HUAWEICLOUD_SDK_PROJECT_ID',
  },
  {
    accessKeyId: 'HW_ACCESS_KEY',
    secretAccessKey: 'HW_SECRET_KEY',
    securityToken: 'HW_SECURITY_TOKEN',
    projectId: 'HW_PROJECT_ID',
  },
];

/** What keys can be in the environment, for messages. */
export const keyNames = families.map(({ accessKeyId, secretAccessKey }) => `${accessKeyId} and ${secretAccessKey}`);

/**
 * Credentials from the environment, by the names that Huawei's SDKs use: `HUAWEICLOUD_SDK_AK` and
 * `HUAWEICLOUD_SDK_SK`, and for temporary access keys `HUAWEICLOUD_SDK_SECURITY_TOKEN`. Where neither of the former is set,
 * by the names that Terraform's provider uses: `HW_ACCESS_KEY`, `HW_SECRET_KEY` and `HW_SECURITY_TOKEN`. The two are not mixed:
 * half a key of the former is an error, whatever there is of the latter. Empty variables count as not set.
 *
 * @returns a function for `credentials`, which reads the environment when it is called. It throws a VpcepError that
 * names the variable that is missing.
 */
export function credentialsFromEnvironment(): () => AccessKeyCredentials {
  return () => {
    const family = familyInUse();
    if (family === undefined) {
      throw new VpcepError(`credentials: the environment has neither ${keyNames.join(', nor ')}`);
    }
    return {
      accessKeyId: required(family, 'accessKeyId'),
      secretAccessKey: required(family, 'secretAccessKey'),
      securityToken: variable(family.securityToken),
    };
  };
}

/** The family that the environment has a key of, or half a one. */
export function familyInUse(): Family | undefined {
  return families.find(({ accessKeyId, secretAccessKey }) => variable(accessKeyId) ?? variable(secretAccessKey));
}

function required(family: Family, part: 'accessKeyId' | 'secretAccessKey'): string {
  const value = variable(family[part]);
  if (value !== undefined) return value;
  const strange = families.map((other) => other[part]).find((name) => variable(name) !== undefined);
  const hint = strange === undefined ? '' : `; its ${strange} belongs to another key`;
  throw new VpcepError(`credentials: the environment has no ${family[part]}${hint}`);
}

/**
 * The project's ID from the environment, where it is set: `HUAWEICLOUD_SDK_PROJECT_ID` or `HW_PROJECT_ID`, whichever goes with
 * the access key that is in the environment. Without a key there, the former comes first.
 */
export function projectIdFromEnvironment(): string | undefined {
  const family = familyInUse();
  const among = family === undefined ? families : [family];
  return among.map(({ projectId }) => variable(projectId)).find((value) => value !== undefined);
}

/** The region's ID from the environment, where it is set: `HW_REGION_NAME`, as Terraform's provider calls it. */
export function regionFromEnvironment(): string | undefined {
  return variable('HW_REGION_NAME');
}

/** A variable of the environment; undefined when it is not set or empty. */
export function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

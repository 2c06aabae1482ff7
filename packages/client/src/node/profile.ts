import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AccessKeyCredentials } from '../authentication/credentials.js';
import { VpcepError } from '../errors/vpcep-error.js';
import { checkKind, checkKnown } from '../given/known-options.js';
import { variable } from './environment.js';
import { parseIni } from './ini.js';

/** Options of {@link credentialsFromProfile} and {@link projectIdFromProfile}. */
export interface ProfileOptions {
  /**
   * The file.
   *
   * @default what HUAWEICLOUD_SDK_CREDENTIALS_FILE names, or else ~/.huaweicloud/credentials
   */
  file?: string | undefined;
  /**
   * The section of the file.
   *
   * @default 'basic'
   */
  profile?: string | undefined;
}

/** For how long a profile is kept before its file is read again. */
const rereadAfterMs = 5 * 60_000;

/**
 * Credentials from the profile file of Huawei's SDKs: `ak` and `sk`, and for temporary access keys `security_token`, in
 * the section of the profile.
 *
 * @returns a function for `credentials`, which reads the file when it is called; the client calls it every few minutes,
 * so that keys that are exchanged in the file are noticed. It rejects with a VpcepError that tells what was looked for
 * and where.
 * @throws VpcepValidationError when an option is unknown or breaks its rule.
 */
export function credentialsFromProfile(options: ProfileOptions = {}): () => Promise<AccessKeyCredentials> {
  checkProfile(options);
  return async () => {
    const { where, section } = await readProfile(options);
    const value = (key: string) => {
      const found = section.get(key);
      if (found === undefined) throw new VpcepError(`credentials: ${where} has no ${key}`);
      return found;
    };
    return {
      accessKeyId: value('ak'),
      secretAccessKey: value('sk'),
      securityToken: section.get('security_token'),
      expiresAt: new Date(Date.now() + rereadAfterMs),
    };
  };
}

/**
 * The project's ID from the profile file, `project_id`, where the profile has one.
 *
 * @throws VpcepError when there is no such file or profile, VpcepValidationError when an option is unknown or breaks its rule.
 */
export async function projectIdFromProfile(options: ProfileOptions = {}): Promise<string | undefined> {
  checkProfile(options);
  return (await readProfile(options)).section.get('project_id');
}

/** Where the profile file is, unless an option says otherwise. */
export function defaultProfileFile(): string {
  return variable('HUAWEICLOUD_SDK_CREDENTIALS_FILE') ?? join(homedir(), '.huaweicloud', 'credentials');
}

function checkProfile(options: ProfileOptions): void {
  checkKind('options', options, 'Object');
  checkKnown(options, { file: 'string', profile: 'string' });
}

async function readProfile({ file = defaultProfileFile(), profile = 'basic' }: ProfileOptions) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new VpcepError(`credentials: cannot read the profile file ${file}`, { cause: error });
  }
  const section = parseIni(text, file).get(profile);
  if (section === undefined) throw new VpcepError(`credentials: ${file} has no section [${profile}]`);
  return { section, where: `[${profile}] of ${file}` };
}

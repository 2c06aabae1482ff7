import { parseArgs } from 'node:util';
import { laterStates, type LaterState } from '@vpcep/openapi/documents';
import { laterState } from './documents.js';
import { DriftError } from './drift-error.js';

/** What the command was told. */
export interface Options {
  region?: string;
  baseUrl?: string;
  project?: string;
  har?: string;
  asOf?: LaterState;
  list: boolean;
  help: boolean;
}

export const usage = `Usage: vpcep-drift --region <id> [options]
       vpcep-drift --har <file> [options]

Holds what the Huawei Cloud VPC Endpoint API answers against its OpenAPI document, and prints what the document does not
say: in Markdown, with personal values masked, for an issue. It only reads, and says beforehand which calls it makes.

Options:
  --region <id>     the region to read from, such as cn-north-4
  --base-url <url>  where the API is reached instead, such as http://127.0.0.1:4010
  --project <id>    the project to read (default: HUAWEICLOUD_SDK_PROJECT_ID, or else IAM is asked for the region's)
  --har <file>      hold what this HTTP Archive has recorded against the document, and call nothing
  --as-of <state>   the later state of the API to hold the answers against: ${laterStates.join(', ')}
  --list            only say which calls would be made
  --help            show this text

Credentials are HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK of the environment (HUAWEICLOUD_SDK_SECURITY_TOKEN with them,
where they are temporary), or else the profile "basic" of the file that HUAWEICLOUD_SDK_CREDENTIALS_FILE names, or of
~/.huaweicloud/credentials.

It ends with 0 where nothing differs, 1 where something does, and 2 where nothing could be compared.`;

/** @throws DriftError when they make no sense. */
export function readOptions(args: string[]): Options {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        region: { type: 'string' },
        'base-url': { type: 'string' },
        project: { type: 'string' },
        har: { type: 'string' },
        'as-of': { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new DriftError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { region, project, har, list, help, 'base-url': baseUrl, 'as-of': asOf } = values;
  if (baseUrl !== undefined && !/^https?:\/\/./.test(baseUrl)) {
    throw new DriftError(`--base-url must start with https:// or http://, not "${baseUrl}"`);
  }
  if (har !== undefined && (list || region !== undefined || project !== undefined)) {
    throw new DriftError('--har calls nothing: --region, --project and --list do not go with it');
  }
  if (!help && har === undefined && region === undefined && baseUrl === undefined) {
    throw new DriftError('say where to read with --region <id>, or name a recording with --har <file>');
  }
  return {
    ...(region !== undefined && { region }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(project !== undefined && { project }),
    ...(har !== undefined && { har }),
    ...(asOf !== undefined && { asOf: laterState(asOf) }),
    list,
    help,
  };
}

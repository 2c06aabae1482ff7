import { regionBaseUrls, type Region, type Target } from '@vpcep/client';
import type { Har } from '@vpcep/client/har';
import { defaultCredentials, projectIdFromEnvironment } from '@vpcep/client/node';
import type { Document } from '@vpcep/openapi/reader';
import { DriftError } from './drift-error.js';
import type { Options } from './options.js';
import { planOf } from './read/plan.js';
import { read } from './read/read.js';
import { readsOf } from './read/reads.js';

/** Where the API is reached. */
export function baseUrlOf({ region, baseUrl }: Options): string | undefined {
  if (baseUrl !== undefined) return baseUrl.replace(/\/+$/, '');
  return region === undefined ? undefined : regionBaseUrls[knownRegion(region)];
}

function knownRegion(region: string): Region {
  const isRegion = (text: string): text is Region => Object.hasOwn(regionBaseUrls, text);
  if (isRegion(region)) return region;
  throw new DriftError(`--region ${region} is unknown; known are ${Object.keys(regionBaseUrls).join(', ')}`);
}

/** The calls that {@link readLive} makes, in words. */
export function planText(document: Document, options: Options): string {
  const { region, project = projectIdFromEnvironment() } = options;
  const asks = project === undefined && region !== undefined;
  return [
    `These calls go to ${baseUrlOf(options) ?? ''}, one after another. They read, and change nothing:`,
    ...(asks ? [`  GET  /v3/projects?name=${region}  at IAM, for the ID of the project`] : []),
    ...planOf(readsOf(document)).map((line) => `  ${line}`),
  ].join('\n');
}

/**
 * Reads with the credentials of the environment, and says beforehand what.
 *
 * @throws DriftError when something that is needed is missing, or nothing can be read.
 * @throws VpcepError when there are no credentials; it names the variables.
 */
export async function readLive(document: Document, options: Options, say: (line: string) => void): Promise<Har> {
  const { region, baseUrl, project: projectId = projectIdFromEnvironment() } = options;
  const target: Target | undefined =
    baseUrl !== undefined ? { baseUrl } : region !== undefined ? { region: knownRegion(region) } : undefined;
  if (target === undefined) throw new DriftError('--region or --base-url is missing');
  if (projectId === undefined && baseUrl !== undefined) {
    throw new DriftError('with --base-url the project must be given: by --project, or as HUAWEICLOUD_SDK_PROJECT_ID');
  }
  const credentials = defaultCredentials();
  // Missing ones are told before anything else.
  await credentials();
  say(planText(document, options));
  const onUnanswered = (problem: string) => {
    say(`No answer: ${problem}`);
  };
  return read(readsOf(document), { ...target, credentials, projectId, onUnanswered });
}

import type { Credentials } from './authentication/credentials.js';
import { attemptKinds } from './call/call-options.js';
import { hookKinds } from './call/hooks.js';
import type { CommonOptions } from './call/transport.js';
import type { AppInfo } from './call/user-agent.js';
import { VpcepValidationError } from './errors/vpcep-error.js';
import { checkKind, checkKnown, type Kinds } from './given/known-options.js';
import { unreadable } from './given/unreadable.js';
import { checkedUrl, type Target } from './url/base-url.js';
import { waitLimits, waitTimeKinds, type WaitTimes } from './waiters/wait-options.js';

/** Options of {@link createVpcepClient}. */
export type VpcepClientOptions = Target &
  CommonOptions & {
    /**
     * ID of the project whose resources the calls are about, of visible ASCII characters. A call may name another in
     * `path.project_id`.
     *
     * @default the region's own project, which Identity and Access Management (IAM) is asked for when it is first needed
     */
    projectId?: string | undefined;
    /** What authenticates the requests: a token, an access key, or a function that returns either. */
    credentials: Credentials;
    /**
     * How many attempts may be under way at the same time; the others wait for their turn. The calls of a client also
     * share one pace, which throttling slows down and success speeds up again.
     *
     * @default 50
     */
    maxConcurrency?: number | undefined;
    /**
     * Where IAM is asked for the ID of the project. The rules are those of `baseUrl`.
     *
     * @default the region's host, such as https://iam.cn-north-4.myhuaweicloud.com
     */
    iamUrl?: string | undefined;
    /**
     * Logs the ends of attempts and calls, and retries, to the console, at its level `debug`. The client's own `hooks` are
     * told of them as well.
     *
     * @default whether the environment says `VPCEP_LOG=debug`; in Deno, false
     */
    debug?: boolean | undefined;
    /** How long the client's waiters wait, unless a wait says otherwise. */
    waiting?: WaitTimes | undefined;
    /** The program that uses the client, which `User-Agent` names behind the client. Web pages send their browser's. */
    appInfo?: AppInfo | undefined;
  };

/** Options to change, and those to set back to their defaults, which are undefined. */
export type VpcepClientChanges = {
  [Name in keyof VpcepClientOptions]?: VpcepClientOptions[Name] | undefined;
};

/** @throws VpcepValidationError when there is an option that nobody knows, or one of another kind than is asked for. */
export function checkOptions(options: VpcepClientOptions): void {
  const kinds: Kinds & Record<keyof VpcepClientOptions, string> = {
    ...attemptKinds,
    region: '',
    baseUrl: '',
    projectId: '',
    credentials: '',
    iamUrl: '',
    maxConcurrency: '',
    debug: 'boolean',
    fetch: 'function',
    headers: '',
    hooks: 'Object',
    errorCatalogue: 'Map',
    waiting: 'Object',
    appInfo: 'Object',
  };
  checkKnown(options, kinds);
  checkKnown(options.hooks ?? {}, hookKinds, 'hooks.');
  checkKnown(options.waiting ?? {}, waitTimeKinds, 'waiting.');
  if (options.iamUrl !== undefined) checkedUrl('iamUrl', options.iamUrl);
  const { maxConcurrency = 1 } = options;
  if (!(Number.isInteger(maxConcurrency) || maxConcurrency === Infinity) || maxConcurrency < 1) {
    throw new VpcepValidationError('maxConcurrency', 'must be a whole number from 1, or Infinity');
  }
  waitLimits(options.waiting, undefined, 'waiting.');
}

/**
 * The options of a wait, held to the names and kinds that are known; the wait holds them to their limits.
 *
 * @param more The kinds of those options that not every wait has.
 * @throws VpcepValidationError when there is one that no wait knows, or one of another kind than is asked for.
 */
export function checkWait<Options extends object>(
  options: Options | undefined,
  more: Kinds = { until: '' },
): Options | undefined {
  const kinds = { ...waitTimeKinds, projectId: '', signal: 'AbortSignal', onProgress: 'function', ...more };
  try {
    if (options !== undefined) {
      checkKind('options', options, 'Object');
      checkKnown(options, kinds);
    }
    return options;
  } catch (error) {
    throw unreadable('options', error);
  }
}

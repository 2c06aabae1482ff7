import {
  createVpcepClient,
  VpcepAuthenticationError,
  VpcepCallError,
  VpcepError,
  VpcepHttpError,
  type Credentials,
  type OperationId,
  type Target,
} from '@vpcep/client';
import { recordHar, type Har } from '@vpcep/client/har';
import { DriftError } from '../drift-error.js';
import { argumentsOf, type Answered } from './found-values.js';
import type { CallArguments, Read } from './reads.js';

/** Who reads, and where. */
export type Reader = Target & {
  credentials: Credentials;
  projectId: string | undefined;
  /** Told of a call that got no answer; the others are made all the same. */
  onUnanswered: (problem: string) => void;
};

/** Of how many of what a list has the details are read. */
export const firstFew = 3;

/** How long all calls together may take. */
const longestMs = 5 * 60_000;

/**
 * Makes the calls one after another, and records them.
 *
 * @throws DriftError when nothing can be read: no answer at all, credentials that are refused, or errors only.
 */
export async function read(reads: readonly Read[], { onUnanswered, projectId, ...options }: Reader): Promise<Har> {
  const { har, ...recording } = recordHar();
  const client = createVpcepClient({
    ...options,
    ...recording,
    ...(projectId !== undefined && { projectId }),
    timeout: '20s',
    totalTimeout: '1m',
  });
  const signal = AbortSignal.timeout(longestMs);
  const answers: Answered[] = [];
  let refusal: VpcepHttpError | undefined;
  for (const { operation, ...rest } of reads) {
    // The client has a method for each operation of the document, whose arguments these are.
    const call = client[operation.operationId as OperationId] as unknown as (
      args: CallArguments & { signal: AbortSignal },
    ) => Promise<unknown>;
    for (const args of argumentsOf({ operation, ...rest }, answers, firstFew)) {
      try {
        answers.push({ operation, args, body: await call({ ...args, signal }) });
      } catch (error) {
        if (!(error instanceof VpcepError)) throw error;
        // Not again and again: several failures lock an access key.
        if (error instanceof VpcepAuthenticationError || !(error instanceof VpcepCallError))
          throw new DriftError(reasonOf(error));
        if (error instanceof VpcepHttpError) {
          refusal ??= error;
        } else {
          if (har().log.entries.every(({ response }) => response.status === 0)) throw new DriftError(reasonOf(error));
          onUnanswered(reasonOf(error));
        }
      }
    }
  }
  if (answers.length === 0) throw new DriftError(`no call succeeded: ${refusal?.message ?? 'there are none'}`);
  return har();
}

/** What went wrong, and why. */
const reasonOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${reasonOf(cause)}` : message;

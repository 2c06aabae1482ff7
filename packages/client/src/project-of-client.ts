import { endedEarly } from './call/attempt.js';
import { attemptLimits } from './call/call-options.js';
import { runCall } from './call/run-call.js';
import type { Transport } from './call/transport.js';
import { withinTime } from './call/within-time.js';
import type { VpcepClientOptions } from './client-options.js';
import type { ProjectIdOf } from './create-methods.js';
import { visibleText } from './given/visible-text.js';
import { createProjectIdSource } from './url/project-id.js';

/**
 * Finds the ID of a client's project: its own option, or what IAM says the region's project is.
 *
 * @throws VpcepValidationError when an option that it goes by breaks its rule.
 */
export function projectIdSource(options: VpcepClientOptions, transport: Transport): ProjectIdOf {
  const { projectId, region, iamUrl } = options;
  if (projectId !== undefined || region === undefined) {
    const known = visibleText('projectId', projectId);
    return () => known;
  }
  const limits = attemptLimits(options);
  const lookUp = createProjectIdSource({
    region,
    iamUrl,
    send: async (url) => {
      const request = { method: 'GET', url, headers: transport.headers };
      const call = { operation: 'KeystoneListProjects', request, limits, repeatable: true, hasResult: true };
      return (await runCall(transport, call)).data;
    },
  });
  // The lookup is shared, and goes on when a call that waits for it has no more time.
  return async (operation, limits, signal) => {
    const outcome = await withinTime(lookUp, limits.totalTimeout, signal);
    if (typeof outcome === 'string') {
      const what = 'the ID of the project was not found';
      throw endedEarly(outcome, { operation }, { signal, limits }, 'totalTimeout', what);
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

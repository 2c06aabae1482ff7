import { useQueryClient } from '@tanstack/react-query';
import { connectionStatusLifecycle, type Endpoint, type EndpointList } from '@vpcep/types';

import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { ProgressNote } from '../waiting/progress-note.js';
import { ConnectionStatusTag } from '../waiting/status-tag.js';
import { useAwaitedStatus } from '../waiting/use-awaited-status.js';
import { useWaiter } from '../waiting/use-waiter.js';

interface Props {
  endpoint: Endpoint;
  /**
   * Whether it is waited for by itself, also for the decision of the service's owner, which can take days, rather than
   * looked after with a list. @default false
   */
  waits?: boolean;
  onGone?: () => void;
}

/** How an endpoint stands. Where that is waited for while it passes, whoever shows the endpoint learns more. */
export function EndpointStatus({ endpoint, waits = false, onGone }: Props) {
  const { id, status } = endpoint;
  const texts = useTexts().endpoints;
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const isPassing = connectionStatusLifecycle.passing.includes(status) || (waits && status === 'pendingAcceptance');

  const { progress, failure, again } = useWaiter<Endpoint>({
    goal: isPassing && waits ? `${id} ${status}` : undefined,
    wait: (options) => {
      if (status === 'deleting') return vpcep.waitForEndpointGone(id, options);
      const until = status === 'pendingAcceptance' ? 'accepted' : 'pendingAcceptance';
      return vpcep.waitForEndpoint(id, { ...options, until });
    },
    onPoll(seen) {
      queryClient.setQueryData<Endpoint>(keys.endpoint(id), seen);
      queryClient.setQueriesData<EndpointList>({ queryKey: [...keys.endpoints, 'list'] }, (list) =>
        list === undefined
          ? undefined
          : { ...list, endpoints: list.endpoints.map((each) => (each.id === id ? seen : each)) },
      );
    },
    onEnd(whyNot) {
      const isGone = whyNot === undefined && status === 'deleting';
      if (isGone) messages.success(texts.isGone(id));
      if (isGone || whyNot?.state === 'not found') onGone?.();
      void queryClient.invalidateQueries({ queryKey: [...keys.endpoints, 'list'] });
      if (status !== 'deleting') void queryClient.invalidateQueries({ queryKey: keys.endpoint(id) });
    },
  });
  useAwaitedStatus(status, isPassing, (now) => {
    if (now === 'pendingAcceptance') messages.info(texts.waits(id));
    else if (now === 'accepted') messages.success(texts.isAccepted(id));
    else if (now === 'rejected') messages.warning(texts.isRejected(id));
    else if (now === 'failed') messages.error(texts.hasFailed(id));
  });
  return (
    <span className="status" aria-busy={isPassing}>
      <ConnectionStatusTag status={status} />
      {isPassing && waits && <ProgressNote progress={progress} failure={failure} again={again} />}
    </span>
  );
}

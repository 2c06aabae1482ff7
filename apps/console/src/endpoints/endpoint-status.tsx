import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint, EndpointList } from '@vpcep/types';
import { App } from 'antd';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { ProgressNote } from '../waiting/progress-note.js';
import { ConnectionStatusTag } from '../waiting/status-tag.js';
import { useWaiter } from '../waiting/use-waiter.js';

interface Props {
  endpoint: Endpoint;
  /** Waits for the decision of the service's owner too, which can take days. */
  untilAccepted?: boolean;
  onGone?: () => void;
}

/** How an endpoint stands. While that passes, it is waited for, and whoever shows it learns more. */
export function EndpointStatus({ endpoint, untilAccepted = false, onGone }: Props) {
  const { id, status } = endpoint;
  const texts = useTexts().endpoints;
  const { message } = App.useApp();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const isPassing = status === 'creating' || status === 'deleting' || (untilAccepted && status === 'pendingAcceptance');

  const { progress, failure, again } = useWaiter<Endpoint, Endpoint | undefined>({
    goal: isPassing ? `${id} ${status}` : undefined,
    wait: async (options) => {
      if (status === 'deleting') {
        await vpcep.waitForEndpointGone(id, options);
        return undefined;
      }
      const until = status === 'creating' ? 'pendingAcceptance' : 'accepted';
      return vpcep.waitForEndpoint(id, { ...options, until });
    },
    onLook(seen) {
      queryClient.setQueryData<Endpoint>(keys.endpoint(id), seen);
      queryClient.setQueriesData<EndpointList>({ queryKey: [...keys.endpoints, 'list'] }, (list) =>
        list === undefined
          ? undefined
          : { ...list, endpoints: list.endpoints.map((each) => (each.id === id ? seen : each)) },
      );
    },
    onEnd(end) {
      if ('result' in end) {
        if (status === 'deleting') {
          void message.success(texts.isGone(id));
          onGone?.();
        } else if (end.result?.status === 'pendingAcceptance') void message.info(texts.waits(id));
        else void message.success(texts.isAccepted(id));
      } else if (end.reason.state === 'rejected') void message.warning(texts.isRejected(id));
      else if (end.reason.state === 'failed') void message.error(texts.hasFailed(id));
      else if (end.reason.state === 'not found') onGone?.();
      void queryClient.invalidateQueries({ queryKey: [...keys.endpoints, 'list'] });
      if (status !== 'deleting') void queryClient.invalidateQueries({ queryKey: keys.endpoint(id) });
    },
  });
  return (
    <span className="status" aria-busy={isPassing}>
      <ConnectionStatusTag status={status} />
      {isPassing && <ProgressNote progress={progress} failure={failure} again={again} />}
    </span>
  );
}

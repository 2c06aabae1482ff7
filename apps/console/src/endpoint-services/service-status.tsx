import { useQueryClient } from '@tanstack/react-query';
import { type EndpointService, type EndpointServiceList, endpointServiceStatusLifecycle } from '@vpcep/types';

import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { ownName } from '../resources/own-name.js';
import { ProgressNote } from '../waiting/progress-note.js';
import { ServiceStatusTag } from '../waiting/status-tag.js';
import { useAwaitedStatus } from '../waiting/use-awaited-status.js';
import { useWaiter } from '../waiting/use-waiter.js';

interface Props {
  service: EndpointService;
  /** Whether it is waited for by itself, rather than looked after with a list. @default false */
  waits?: boolean;
  onGone?: () => void;
}

/** How a service stands. Where that is waited for while it passes, whoever shows the service learns more. */
export function ServiceStatus({ service, waits = false, onGone }: Props) {
  const { id, status } = service;
  const texts = useTexts().services;
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const isPassing = endpointServiceStatusLifecycle.passing.includes(status);

  const { progress, failure, again } = useWaiter<EndpointService>({
    goal: isPassing && waits ? `${id} ${status}` : undefined,
    wait: (options) =>
      status === 'deleting' ? vpcep.waitForEndpointServiceGone(id, options) : vpcep.waitForEndpointService(id, options),
    onPoll(seen) {
      queryClient.setQueryData<EndpointService>(keys.service(id), seen);
      queryClient.setQueriesData<EndpointServiceList>({ queryKey: [...keys.services, 'list'] }, (list) =>
        list === undefined
          ? undefined
          : {
              ...list,
              endpoint_services: list.endpoint_services.map((each) => (each.id === id ? { ...each, ...seen } : each)),
            },
      );
    },
    onEnd(whyNot) {
      const isGone = whyNot === undefined && status === 'deleting';
      if (isGone) messages.success(texts.isGone(ownName(service)));
      if (isGone || whyNot?.state === 'not found') onGone?.();
      void queryClient.invalidateQueries({ queryKey: [...keys.services, 'list'] });
      if (status !== 'deleting') void queryClient.invalidateQueries({ queryKey: keys.service(id) });
    },
  });
  useAwaitedStatus(status, isPassing, (now) => {
    if (now === 'available') messages.success(texts.isAvailable(ownName(service)));
    else if (now === 'failed') messages.error(texts.hasFailed(ownName(service)));
  });
  return (
    <span className="status" aria-busy={isPassing}>
      <ServiceStatusTag status={status} />
      {isPassing && waits && <ProgressNote progress={progress} failure={failure} again={again} />}
    </span>
  );
}

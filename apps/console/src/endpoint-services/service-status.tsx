import { useQueryClient } from '@tanstack/react-query';
import type { EndpointServiceList, EndpointService } from '@vpcep/types';
import { App } from 'antd';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { ownName } from '../resources/own-name.js';
import { ProgressNote } from '../waiting/progress-note.js';
import { ServiceStatusTag } from '../waiting/status-tag.js';
import { useWaiter } from '../waiting/use-waiter.js';

interface Props {
  service: EndpointService;
  onGone?: () => void;
}

/** How a service stands. While it is being created or deleted, it is waited for, and whoever shows it learns more. */
export function ServiceStatus({ service, onGone }: Props) {
  const { id, status } = service;
  const texts = useTexts().services;
  const { message } = App.useApp();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const isPassing = status === 'creating' || status === 'deleting';

  const { progress, failure, again } = useWaiter<EndpointService, EndpointService | undefined>({
    goal: isPassing ? `${id} ${status}` : undefined,
    wait: async (options) => {
      if (status === 'creating') return vpcep.waitForEndpointService(id, options);
      await vpcep.waitForEndpointServiceGone(id, options);
      return undefined;
    },
    onLook(seen) {
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
    onEnd(end) {
      const name = ownName(service);
      if ('result' in end) {
        void message.success(status === 'deleting' ? texts.isGone(name) : texts.isAvailable(name));
        if (status === 'deleting') onGone?.();
      } else if (end.reason.state === 'failed') void message.error(texts.hasFailed(name));
      else if (end.reason.state === 'not found') onGone?.();
      void queryClient.invalidateQueries({ queryKey: [...keys.services, 'list'] });
      if (status === 'creating') void queryClient.invalidateQueries({ queryKey: keys.service(id) });
    },
  });
  return (
    <span className="status" aria-busy={isPassing}>
      <ServiceStatusTag status={status} />
      {isPassing && <ProgressNote progress={progress} failure={failure} again={again} />}
    </span>
  );
}

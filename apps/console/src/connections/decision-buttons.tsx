import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ConnectionStatus } from '@vpcep/types';
import { Suspense, lazy, useState } from 'react';
import { withComponents } from '../components/with-components.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { mayAccept, mayReject } from './decisions.js';
import { useDecision } from './use-decision.js';

const DeleteDialog = lazy(async () => ({
  default: await withComponents(import('../dialogs/delete-dialog.js').then((loaded) => loaded.DeleteDialog)),
}));

interface Props {
  serviceId: string;
  endpointId: string;
  status: ConnectionStatus;
}

/** What the owner of a service can do about a connection. */
export function DecisionButtons({ serviceId, endpointId, status }: Props) {
  const texts = useTexts();
  const { mutate, mutateAsync, isPending, variables } = useDecision();
  const [asks, setAsks] = useState(false);
  return (
    <div className="decision-buttons">
      {mayAccept(status) && (
        <Button
          isSmall
          look="primary"
          icon={<CheckOutlined aria-hidden />}
          isBusy={isPending && variables.action === 'receive'}
          disabled={isPending}
          aria-label={`${texts.actions.accept} ${endpointId}`}
          onClick={() => {
            mutate({ serviceId, endpointId, action: 'receive' });
          }}
        >
          {texts.actions.accept}
        </Button>
      )}
      {mayReject(status) && (
        <Button
          isSmall
          icon={<StopOutlined aria-hidden />}
          disabled={isPending}
          aria-label={`${texts.actions.reject} ${endpointId}`}
          onClick={() => {
            // Nobody uses yet what waits; what is accepted is in use.
            if (status === 'accepted') setAsks(true);
            else mutate({ serviceId, endpointId, action: 'reject' });
          }}
        >
          {texts.actions.reject}
        </Button>
      )}
      {asks && (
        <Suspense fallback={null}>
          <DeleteDialog
            title={texts.connections.rejectTitle(endpointId)}
            help={texts.connections.rejectHelp}
            okText={texts.actions.reject}
            onConfirm={() => mutateAsync({ serviceId, endpointId, action: 'reject' })}
            onClose={() => {
              setAsks(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

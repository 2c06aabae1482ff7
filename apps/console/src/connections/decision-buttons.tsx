import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ConnectionStatus } from '@vpcep/types';
import { Button } from 'antd';
import { useState } from 'react';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { useTexts } from '../language/language-context.js';
import { mayAccept, mayReject } from './decisions.js';
import { useDecision } from './use-decision.js';

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
          size="small"
          type="primary"
          icon={<CheckOutlined aria-hidden />}
          loading={isPending && variables.action === 'receive'}
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
          size="small"
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
        <DeleteDialog
          title={texts.connections.rejectTitle(endpointId)}
          help={texts.connections.rejectHelp}
          okText={texts.actions.reject}
          onConfirm={() => mutateAsync({ serviceId, endpointId, action: 'reject' })}
          onClose={() => {
            setAsks(false);
          }}
        />
      )}
    </div>
  );
}

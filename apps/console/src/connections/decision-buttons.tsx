import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ConnectionStatus } from '@vpcep/types';
import { withComponents } from '../components/with-components.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { useListDialogs } from '../lists/use-list-dialogs.js';
import { lazyPart } from '../loading/lazy-part.js';
import { mayAccept, mayReject } from './decisions.js';
import { useDecision } from './use-decision.js';

const RejectDialog = lazyPart(() => withComponents(import('./reject-dialog.js').then((loaded) => loaded.RejectDialog)));

interface Props {
  serviceId: string;
  endpointId: string;
  status: ConnectionStatus;
  onDecided: (endpointId: string) => void;
}

/** What the owner of a service can do about a connection. */
export function DecisionButtons({ serviceId, endpointId, status, onDecided }: Props) {
  const texts = useTexts();
  const { mutate, isPending, variables } = useDecision(onDecided);
  const openDialog = useListDialogs();
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
            if (status !== 'accepted') mutate({ serviceId, endpointId, action: 'reject' });
            else {
              openDialog((close) => (
                <RejectDialog serviceId={serviceId} endpointId={endpointId} onDecided={onDecided} onClose={close} />
              ));
            }
          }}
        >
          {texts.actions.reject}
        </Button>
      )}
    </div>
  );
}

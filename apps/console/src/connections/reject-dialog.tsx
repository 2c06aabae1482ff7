import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { useTexts } from '../language/language-context.js';
import { useDecision } from './use-decision.js';

interface Props {
  serviceId: string;
  endpointId: string;
  onDecided: (endpointId: string) => void;
  onClose: () => void;
}

/** Asks before a connection is rejected that may be in use. */
export function RejectDialog({ serviceId, endpointId, onDecided, onClose }: Props) {
  const texts = useTexts();
  const { mutateAsync } = useDecision(onDecided);
  return (
    <DeleteDialog
      title={texts.connections.rejectTitle(endpointId)}
      help={texts.connections.rejectHelp}
      okText={texts.actions.reject}
      onConfirm={() => mutateAsync({ serviceId, endpointId, action: 'reject' })}
      onClose={onClose}
    />
  );
}

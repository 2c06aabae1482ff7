import type { Permission } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import '../bulk/bulk-dialog.css';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';

interface Props {
  serviceId: string;
  records: readonly Permission[];
  /** Is told the IDs of the records, and has the list read again. */
  onRemoved: (ids: readonly string[]) => Promise<unknown>;
  onClose: () => void;
}

/** Asks before records are removed from a whitelist, all with one call. */
export function RemovePermissionsDialog({ serviceId, records, onRemoved, onClose }: Props) {
  const { permissions: words, actions } = useTexts();
  const messages = useMessages();
  const { vpcep } = useApi();
  const [first] = records;
  const title =
    first !== undefined && records.length === 1
      ? words.removeTitle(first.permission)
      : words.removeSeveralTitle(records.length);
  return (
    <DeleteDialog
      title={title}
      help={
        <>
          {words.removeHelp}
          {records.length > 1 && (
            <ul className="bulk-list mono" tabIndex={0} aria-label={title}>
              {records.map(({ id, permission }) => (
                <li key={id}>{permission}</li>
              ))}
            </ul>
          )}
        </>
      }
      okText={actions.remove}
      onClose={onClose}
      onConfirm={async () => {
        const ids = records.map(({ id }) => id);
        await vpcep.batchRemoveEndpointServicePermissions({
          path: { vpc_endpoint_service_id: serviceId },
          body: { permissions: ids.map((id) => ({ id })) },
        });
        messages.success(words.removed(ids.length));
        await onRemoved(ids);
      }}
    />
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@vpcep/types';
import { Button } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListDialogs } from '../lists/list-dialogs.js';
import { ResourceTable } from '../lists/resource-table.js';
import { usePaging } from '../lists/use-paging.js';
import { useMessages } from '../messages/messages.js';
import { NewPermissionForm } from './new-permission-form.js';
import { PermissionNote } from './permission-note.js';
import { SeveralPermissionsDrawer } from './several-permissions-drawer.js';

/** Who may connect to a service. */
export function PermissionList({ serviceId }: { serviceId: string }) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState<Permission>();
  const [isChangingSeveral, setIsChangingSeveral] = useState(false);
  const { query, paging } = usePaging('listServicePermissionsDetails');
  const path = { vpc_endpoint_service_id: serviceId };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.permissions(serviceId, query),
    queryFn: ({ signal }) => vpcep.listServicePermissionsDetails({ path, query, signal }),
  });
  const readAgain = () => queryClient.invalidateQueries({ queryKey: [...keys.service(serviceId), 'permissions'] });
  return (
    <ListDialogs>
      <div className="stack">
        <p className="quiet">{texts.permissions.intro}</p>
        <NewPermissionForm serviceId={serviceId} onAdded={() => void readAgain()} />
        <div>
          <Button
            onClick={() => {
              setIsChangingSeveral(true);
            }}
          >
            {texts.changes.several}
          </Button>
        </div>
        <ResourceTable<Permission>
          label={texts.services.tabs.permissions}
          rows={data?.permissions}
          total={data?.total_count}
          error={error}
          onRetry={() => void refetch()}
          isFetching={isFetching}
          paging={paging}
          empty={<EmptyList title={texts.permissions.empty} />}
          columns={[
            {
              key: 'permission',
              title: texts.columns.permission,
              isFixed: true,
              render: (record) => (
                <>
                  <code className="breakable">{record.permission}</code>
                  {record.permission === '*' && ` ${texts.permissions.everybody}`}
                  <PermissionNote serviceId={serviceId} record={record} onSaved={() => void readAgain()} isNarrow />
                </>
              ),
            },
            {
              key: 'type',
              title: texts.columns.type,
              from: 'sm',
              render: ({ permission_type: type }) => type !== undefined && <code>{type}</code>,
            },
            {
              key: 'note',
              title: texts.columns.note,
              from: 'lg',
              render: (record) => (
                <PermissionNote serviceId={serviceId} record={record} onSaved={() => void readAgain()} />
              ),
            },
            {
              key: 'created',
              title: texts.columns.created,
              from: 'md',
              render: ({ created_at: time }) => <Timestamp value={time} />,
            },
            {
              key: 'actions',
              title: texts.columns.actions,
              render: (record) => (
                <Button
                  size="small"
                  aria-label={`${texts.actions.remove} ${record.permission}`}
                  onClick={() => {
                    setRemoving(record);
                  }}
                >
                  {texts.actions.remove}
                </Button>
              ),
            },
          ]}
        />
        {isChangingSeveral && (
          <SeveralPermissionsDrawer
            serviceId={serviceId}
            records={data?.permissions ?? []}
            onSaved={() => void readAgain()}
            onClose={() => {
              setIsChangingSeveral(false);
            }}
          />
        )}
        {removing !== undefined && (
          <DeleteDialog
            title={texts.permissions.removeTitle(removing.permission)}
            help={texts.permissions.removeHelp}
            okText={texts.actions.remove}
            onClose={() => {
              setRemoving(undefined);
            }}
            onConfirm={async () => {
              await vpcep.batchRemoveEndpointServicePermissions({ path, body: { permissions: [{ id: removing.id }] } });
              messages.success(texts.permissions.removed);
              await readAgain();
            }}
          />
        )}
      </div>
    </ListDialogs>
  );
}

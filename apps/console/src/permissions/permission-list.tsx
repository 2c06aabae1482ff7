import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@vpcep/types';
import { App, Button, Typography } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ResourceTable } from '../lists/resource-table.js';
import { usePaging } from '../lists/use-paging.js';
import { NewPermissionForm } from './new-permission-form.js';

/** Who may connect to a service. */
export function PermissionList({ serviceId }: { serviceId: string }) {
  const texts = useTexts();
  const { message } = App.useApp();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState<Permission>();
  const { query, paging } = usePaging('listServicePermissionsDetails');
  const path = { vpc_endpoint_service_id: serviceId };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.permissions(serviceId, query),
    queryFn: ({ signal }) => vpcep.listServicePermissionsDetails({ path, query, signal }),
  });
  const readAgain = () => queryClient.invalidateQueries({ queryKey: [...keys.service(serviceId), 'permissions'] });
  return (
    <div className="stack">
      <p className="quiet">{texts.permissions.intro}</p>
      <NewPermissionForm serviceId={serviceId} onAdded={() => void readAgain()} />
      <ResourceTable<Permission>
        label={texts.services.tabs.permissions}
        rows={data?.permissions}
        total={data?.total_count}
        rowKey="id"
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        paging={paging}
        empty={<EmptyList title={texts.permissions.empty} />}
        columns={[
          {
            title: texts.columns.permission,
            dataIndex: 'permission',
            render: (entry: string) => (
              <>
                <Typography.Text code className="breakable">
                  {entry}
                </Typography.Text>
                {entry === '*' && ` ${texts.permissions.everybody}`}
              </>
            ),
          },
          {
            title: texts.columns.type,
            dataIndex: 'permission_type',
            responsive: ['sm'],
            render: (type: string | undefined) => type !== undefined && <code>{type}</code>,
          },
          { title: texts.columns.note, dataIndex: 'description', responsive: ['md'] },
          {
            title: texts.columns.created,
            dataIndex: 'created_at',
            responsive: ['md'],
            render: (time: string) => <Timestamp value={time} />,
          },
          {
            title: texts.columns.actions,
            key: 'actions',
            render: (_, record) => (
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
            void message.success(texts.permissions.removed);
            await readAgain();
          }}
        />
      )}
    </div>
  );
}

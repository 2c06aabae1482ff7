import { DeleteOutlined, EditOutlined, FormOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endpointServiceStatusLifecycle, type EndpointService } from '@vpcep/types';
import { Button } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApi } from '../api/api-context.js';
import { lazyPart } from '../loading/lazy-part.js';
import { ConnectionList } from '../connections/connection-list.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { AddressTabs } from '../frame/address-tabs.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
import { CopyableId } from '../resources/copyable-id.js';
import { LoadedResource } from '../resources/loaded-resource.js';
import { ownName } from '../resources/own-name.js';
import { WhyFailed } from '../resources/why-failed.js';
import { PortMappingTable } from './port-mapping-table.js';
import { ServiceDetails } from './service-details.js';
import { ServiceStatus } from './service-status.js';

// Forms, which most who look at a service do not open, weigh as much as the rest of the page.
const AddBackendsDrawer = lazyPart(() => import('./add-backends-drawer.js').then((loaded) => loaded.AddBackendsDrawer));
const EditServiceDrawer = lazyPart(() => import('./edit-service-drawer.js').then((loaded) => loaded.EditServiceDrawer));
const RenameServiceDialog = lazyPart(() =>
  import('./rename-service-dialog.js').then((loaded) => loaded.RenameServiceDialog),
);
const UpgradeServiceDrawer = lazyPart(() =>
  import('./upgrade-service-drawer.js').then((loaded) => loaded.UpgradeServiceDrawer),
);
const PermissionList = lazyPart(() =>
  import('../permissions/permission-list.js').then((loaded) => loaded.PermissionList),
);
const TagList = lazyPart(() => import('../tags/tag-list.js').then((loaded) => loaded.TagList));
const ServicePictureTab = lazyPart(() =>
  import('../pictures/service-picture-tab.js').then((loaded) => loaded.ServicePictureTab),
);

/** An endpoint service, and all that belongs to it. */
export function ServicePage() {
  const texts = useTexts();
  const address = useAddress();
  const { serviceId = '' } = useParams();
  const { vpcep, keys } = useApi();
  const query = useQuery({
    queryKey: keys.service(serviceId),
    queryFn: ({ signal }) => vpcep.listServiceDetails({ path: { vpc_endpoint_service_id: serviceId }, signal }),
  });
  const back = <Link to={address('endpoint-services')}>{texts.pages.endpointServices}</Link>;
  return (
    <LoadedResource id={serviceId} query={query} back={back}>
      {(service) => (
        // Called by the ID that it was found by, whatever an odd service says.
        <LoadedService key={serviceId} service={{ ...service, id: serviceId }} back={back} />
      )}
    </LoadedResource>
  );
}

function LoadedService({ service, back }: { service: EndpointService; back: ReactNode }) {
  const texts = useTexts();
  const address = useAddress();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { vpcep, keys } = useApi();
  const [open, setOpen] = useState<'edit' | 'rename' | 'upgrade' | 'backends' | 'delete'>();
  const { id, status, supported_editions: editions } = service;
  // Services of regions without upgrades do not tell their editions.
  const isProfessional = editions?.includes('profession');
  const name = ownName(service);
  const close = () => {
    setOpen(undefined);
  };
  const { tabs } = texts.services;
  return (
    <>
      <PageHeading
        title={name}
        back={back}
        beside={
          <ServiceStatus
            service={service}
            waits
            onGone={() => {
              void navigate(address('endpoint-services'), { replace: true });
            }}
          />
        }
        intro={<CopyableId id={id} />}
        actions={
          <>
            <Button
              icon={<EditOutlined aria-hidden />}
              disabled={status !== 'available'}
              onClick={() => {
                setOpen('edit');
              }}
            >
              {texts.actions.edit}
            </Button>
            <Button
              icon={<FormOutlined aria-hidden />}
              disabled={status === 'deleting'}
              onClick={() => {
                setOpen('rename');
              }}
            >
              {texts.changes.rename}
            </Button>
            {isProfessional === false && (
              <Button
                icon={<UpOutlined aria-hidden />}
                disabled={status !== 'available'}
                onClick={() => {
                  setOpen('upgrade');
                }}
              >
                {texts.actions.upgrade}
              </Button>
            )}
            {isProfessional === true && (
              <Button
                icon={<PlusOutlined aria-hidden />}
                disabled={status !== 'available'}
                onClick={() => {
                  setOpen('backends');
                }}
              >
                {texts.services.addBackends}
              </Button>
            )}
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              disabled={endpointServiceStatusLifecycle.passing.includes(status)}
              onClick={() => {
                setOpen('delete');
              }}
            >
              {texts.actions.delete}
            </Button>
          </>
        }
      />
      {status === 'failed' && <WhyFailed errors={service.error} />}
      <AddressTabs
        items={[
          { key: 'details', label: tabs.details, children: <ServiceDetails service={service} /> },
          { key: 'connections', label: tabs.connections, children: <ConnectionList service={service} /> },
          {
            key: 'picture',
            label: texts.pictures.tab,
            children: <ServicePictureTab service={service} />,
          },
          { key: 'permissions', label: tabs.permissions, children: <PermissionList serviceId={id} /> },
          { key: 'ports', label: tabs.ports, children: <PortMappingTable ports={service.ports} /> },
          {
            key: 'tags',
            label: tabs.tags,
            children: (
              <TagList
                resourceType="endpoint_service"
                resourceId={id}
                tags={service.tags ?? []}
                refreshKey={keys.service(id)}
              />
            ),
          },
        ]}
      />
      <Suspense fallback={null}>
        {open === 'edit' && <EditServiceDrawer service={service} onClose={close} />}
        {open === 'rename' && <RenameServiceDialog service={service} onClose={close} />}
        {open === 'upgrade' && <UpgradeServiceDrawer service={service} onClose={close} />}
        {open === 'backends' && <AddBackendsDrawer service={service} onClose={close} />}
      </Suspense>
      {open === 'delete' && (
        <DeleteDialog
          title={texts.services.deleteTitle(name)}
          help={texts.services.deleteHelp}
          onClose={close}
          onConfirm={async () => {
            await vpcep.deleteEndpointService({ path: { vpc_endpoint_service_id: id } });
            // The answer says that the deletion has begun; the waiter tells when it is done.
            queryClient.setQueryData<EndpointService>(keys.service(id), { ...service, status: 'deleting' });
          }}
        />
      )}
    </>
  );
}

import { DeleteOutlined, UpOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { connectionStatusLifecycle, type Endpoint } from '@vpcep/types';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApi } from '../api/api-context.js';
import { lazyPart } from '../loading/lazy-part.js';
import { ConfirmDialog } from '../dialogs/confirm-dialog.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { OperationText } from '../document/operation-text.js';
import { AddressTabs } from '../frame/address-tabs.js';
import { PageHeading } from '../frame/page-heading.js';
import { useLanguage, useTexts } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
import { useMessages } from '../messages/messages.js';
import { CopyableId } from '../resources/copyable-id.js';
import { LoadedResource } from '../resources/loaded-resource.js';
import { WhyFailed } from '../resources/why-failed.js';
import { EndpointDetails } from './endpoint-details.js';
import { EndpointStatus } from './endpoint-status.js';
import { isGateway, policyFieldOf } from './policy-field.js';

// Forms, which most who look at an endpoint do not open, weigh as much as the rest of the page.
const EndpointPolicy = lazyPart(() => import('./endpoint-policy.js').then((loaded) => loaded.EndpointPolicy));
const RouteTablesForm = lazyPart(() => import('./route-tables-form.js').then((loaded) => loaded.RouteTablesForm));
const TagList = lazyPart(() => import('../tags/tag-list.js').then((loaded) => loaded.TagList));
const WhitelistForm = lazyPart(() => import('./whitelist-form.js').then((loaded) => loaded.WhitelistForm));

/** An endpoint, and all that belongs to it. */
export function EndpointPage() {
  const texts = useTexts();
  const address = useAddress();
  const { endpointId = '' } = useParams();
  const { vpcep, keys } = useApi();
  const query = useQuery({
    queryKey: keys.endpoint(endpointId),
    queryFn: ({ signal }) => vpcep.listEndpointInfoDetails({ path: { vpc_endpoint_id: endpointId }, signal }),
  });
  const back = <Link to={address('endpoints')}>{texts.pages.endpoints}</Link>;
  return (
    <LoadedResource id={endpointId} query={query} back={back}>
      {(endpoint) => (
        // Called by the ID that it was found by, whatever an odd service says.
        <LoadedEndpoint key={endpointId} endpoint={{ ...endpoint, id: endpointId }} back={back} />
      )}
    </LoadedResource>
  );
}

function LoadedEndpoint({ endpoint, back }: { endpoint: Endpoint; back: ReactNode }) {
  const { texts, documentTexts } = useLanguage();
  const address = useAddress();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const [open, setOpen] = useState<'upgrade' | 'delete'>();
  const close = () => {
    setOpen(undefined);
  };
  const { id, status, service_type: type, policy_document } = endpoint;
  const isInterface = type === 'interface';
  const policyField = policyFieldOf(type);
  // The API shows an interface endpoint's policy where it may have one. A gateway's can be set whether it has one or not.
  const hasPolicy = policyField === 'policy_statement' || policy_document !== undefined;
  const { tabs } = texts.endpoints;
  return (
    <>
      <PageHeading
        title={id}
        back={back}
        beside={
          <EndpointStatus
            endpoint={endpoint}
            waits
            onGone={() => {
              void navigate(address('endpoints'), { replace: true });
            }}
          />
        }
        intro={<CopyableId id={endpoint.endpoint_service_name} />}
        actions={
          <>
            {isInterface && (
              <Button
                icon={<UpOutlined aria-hidden />}
                disabled={status !== 'accepted'}
                onClick={() => {
                  setOpen('upgrade');
                }}
              >
                {texts.actions.upgrade}
              </Button>
            )}
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              disabled={connectionStatusLifecycle.passing.includes(status)}
              onClick={() => {
                setOpen('delete');
              }}
            >
              {texts.actions.delete}
            </Button>
          </>
        }
      />
      {status === 'failed' && <WhyFailed errors={endpoint.error} />}
      <AddressTabs
        items={[
          { key: 'details', label: tabs.details, children: <EndpointDetails endpoint={endpoint} /> },
          ...(isInterface
            ? [{ key: 'whitelist', label: tabs.whitelist, children: <WhitelistForm endpoint={endpoint} /> }]
            : []),
          ...(isGateway(type)
            ? [
                {
                  key: 'route-tables',
                  label: texts.changes.routeTables,
                  children: <RouteTablesForm endpoint={endpoint} />,
                },
              ]
            : []),
          ...(hasPolicy && policyField !== undefined
            ? [
                {
                  key: 'policy',
                  label: tabs.policy,
                  children: <EndpointPolicy endpoint={endpoint} field={policyField} />,
                },
              ]
            : []),
          {
            key: 'tags',
            label: tabs.tags,
            children: (
              <TagList
                resourceType="endpoint"
                resourceId={id}
                tags={endpoint.tags ?? []}
                refreshKey={keys.endpoint(id)}
              />
            ),
          },
        ]}
      />
      {open === 'upgrade' && (
        <ConfirmDialog
          title={texts.endpoints.upgradeTitle(id)}
          help={<OperationText text={documentTexts.operations.upgradeEndpoint} />}
          okText={texts.actions.upgrade}
          onClose={close}
          onConfirm={async () => {
            await vpcep.upgradeEndpoint({ path: { vpc_endpoint_id: id }, body: { action: 'start' } });
            messages.info(texts.endpoints.upgrading(id));
            await queryClient.invalidateQueries({ queryKey: keys.endpoints });
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteDialog
          title={texts.endpoints.deleteTitle(id)}
          help={texts.endpoints.deleteHelp}
          onClose={close}
          onConfirm={async () => {
            await vpcep.deleteEndpoint({ path: { vpc_endpoint_id: id } });
            // The answer says that the deletion has begun; the waiter tells when it is done.
            queryClient.setQueryData<Endpoint>(keys.endpoint(id), { ...endpoint, status: 'deleting' });
          }}
        />
      )}
    </>
  );
}

import { DeleteOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { connectionStatusLifecycle, type Endpoint } from '@vpcep/types';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApi } from '../api/api-context.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { AddressTabs } from '../frame/address-tabs.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
import { CopyableId } from '../resources/copyable-id.js';
import { LoadedResource } from '../resources/loaded-resource.js';
import { WhyFailed } from '../resources/why-failed.js';
import { TagList } from '../tags/tag-list.js';
import { EndpointDetails } from './endpoint-details.js';
import { EndpointStatus } from './endpoint-status.js';
import { WhitelistForm } from './whitelist-form.js';

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
      {(endpoint) => <LoadedEndpoint key={endpoint.id} endpoint={endpoint} back={back} />}
    </LoadedResource>
  );
}

function LoadedEndpoint({ endpoint, back }: { endpoint: Endpoint; back: ReactNode }) {
  const texts = useTexts();
  const address = useAddress();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { vpcep, keys } = useApi();
  const [isDeleting, setDeleting] = useState(false);
  const { id, status } = endpoint;
  const { tabs } = texts.endpoints;
  return (
    <>
      <PageHeading
        title={id}
        back={back}
        beside={
          <EndpointStatus
            endpoint={endpoint}
            untilAccepted
            onGone={() => {
              void navigate(address('endpoints'), { replace: true });
            }}
          />
        }
        intro={<CopyableId id={endpoint.endpoint_service_name} />}
        actions={
          <Button
            danger
            icon={<DeleteOutlined aria-hidden />}
            disabled={connectionStatusLifecycle.passing.includes(status)}
            onClick={() => {
              setDeleting(true);
            }}
          >
            {texts.actions.delete}
          </Button>
        }
      />
      {status === 'failed' && <WhyFailed errors={endpoint.error} />}
      <AddressTabs
        items={[
          { key: 'details', label: tabs.details, children: <EndpointDetails endpoint={endpoint} /> },
          ...(endpoint.service_type === 'interface'
            ? [{ key: 'whitelist', label: tabs.whitelist, children: <WhitelistForm endpoint={endpoint} /> }]
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
      {isDeleting && (
        <DeleteDialog
          title={texts.endpoints.deleteTitle(id)}
          help={texts.endpoints.deleteHelp}
          onClose={() => {
            setDeleting(false);
          }}
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

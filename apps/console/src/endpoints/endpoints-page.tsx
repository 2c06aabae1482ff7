import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { connectionStatusLifecycle, type Endpoint } from '@vpcep/types';
import { Link } from 'react-router';
import { useApi } from '../api/api-context.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { EmptyList } from '../lists/empty-list.js';
import { allRows, queryOfAll } from '../lists/paging.js';
import { ResourceList } from '../lists/resource-list.js';
import { useSelection } from '../lists/selection.js';
import { TextFilter } from '../lists/text-filter.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useListView } from '../lists/use-list-view.js';
import { useAddress } from '../location/location.js';
import { LinkButton } from '../resources/link-button.js';
import { BulkTagButton } from '../tags/bulk-tag-button.js';
import { TagFilter, tagInAddress, tagNames } from '../tags/tag-filter.js';
import { TaggedResources } from '../tags/tagged-resources.js';
import { usePolling } from '../waiting/use-polling.js';
import { serviceNameOf, useEndpointColumns } from './use-endpoint-columns.js';

/** The list of endpoints. */
export function EndpointsPage() {
  const texts = useTexts();
  const address = useAddress();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const { query, isChecked, paging, isFiltered, inAddress, change, clearFilters } = useListQuery(
    'listEndpoints',
    ['endpoint_service_name', 'vpc_id', 'id'],
    tagNames,
  );
  const tag = tagInAddress(inAddress);
  const view = useListView('endpoints');
  const columns = useEndpointColumns(query);
  const nameOf = (endpoint: Endpoint) => `${endpoint.id} (${serviceNameOf(endpoint)})`;
  const reading = useQuery({
    queryKey: keys.endpointList(query),
    queryFn: ({ signal }) => vpcep.listEndpoints({ query, signal }),
    enabled: isChecked && tag === undefined,
    placeholderData: keepPreviousData,
    refetchInterval: view.refetchInterval,
  });
  const selection = {
    ...useSelection<Endpoint>({
      // A list by tag has rows of its own, with nothing to select.
      rows: tag === undefined ? reading.data?.endpoints : undefined,
      total: reading.data?.total_count,
      query: { ...query, ...tag },
      isPlaceholderData: reading.isPlaceholderData,
    }),
    nameOf,
  };
  // What passes or waits for an owner is looked after with the whole list, rather than each endpoint with a wait of its own.
  const isPassing = ({ status }: Endpoint) =>
    status === 'pendingAcceptance' || connectionStatusLifecycle.passing.includes(status);
  usePolling(reading.refetch, view.refetchInterval === false && reading.data?.endpoints.some(isPassing) === true);
  const create = (
    <LinkButton to={address('endpoints/create')} icon={<PlusOutlined aria-hidden />}>
      {texts.endpoints.create}
    </LinkButton>
  );
  const heading = <PageHeading title={texts.pages.endpoints} intro={texts.endpoints.intro} actions={create} />;
  const tagFilter = <TagFilter resourceType="endpoint" tag={tag} onChange={change} />;
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: keys.endpoints });
  };
  const noneMatch = <EmptyList title={texts.endpoints.noneMatch} onClearFilters={clearFilters} />;
  if (tag !== undefined) {
    return (
      <>
        {heading}
        <TaggedResources
          key={JSON.stringify(tag)}
          label={texts.pages.endpoints}
          resourceType="endpoint"
          tag={tag}
          // Endpoints have no names of their own to find them by.
          name={undefined}
          range={{ limit: query.limit, offset: query.offset }}
          paging={paging}
          isChecked={isChecked}
          filters={tagFilter}
          onClear={clearFilters}
          linkTo={({ id, name }) => (
            <Link to={address('endpoints', id)} className="mono">
              {name}
            </Link>
          )}
          empty={noneMatch}
        />
      </>
    );
  }
  return (
    <>
      {heading}
      <ResourceList
        label={texts.pages.endpoints}
        rows={reading.data?.endpoints}
        total={reading.data?.total_count}
        columns={columns}
        reading={reading}
        onClear={isFiltered ? clearFilters : undefined}
        fileName="endpoints"
        fetchRows={() => allRows(vpcep.paginate('listEndpoints', { query: queryOfAll('listEndpoints', query) }))}
        filters={
          <>
            <TextFilter
              label={texts.filters.service}
              value={query.endpoint_service_name}
              onChange={(value) => {
                change({ endpoint_service_name: value });
              }}
            />
            {tagFilter}
            <TextFilter
              label={texts.filters.vpc}
              value={query.vpc_id}
              onChange={(value) => {
                change({ vpc_id: value });
              }}
            />
            <TextFilter
              label={texts.filters.id}
              value={query.id}
              onChange={(value) => {
                change({ id: value });
              }}
            />
          </>
        }
        bulk={
          <BulkBar
            selection={selection}
            onDone={readAgain}
            actions={[
              {
                key: 'delete',
                text: texts.actions.delete,
                icon: <DeleteOutlined aria-hidden />,
                isDanger: true,
                title: texts.bulk.deleteEndpoints,
                help: texts.bulk.deleteEndpointsHelp,
                appliesTo: ({ status }) => !connectionStatusLifecycle.passing.includes(status),
                run: ({ id }) => vpcep.deleteEndpoint({ path: { vpc_endpoint_id: id } }),
              },
            ]}
          >
            <BulkTagButton
              resourceType="endpoint"
              items={[...selection.selected.values()].map((endpoint) => ({ id: endpoint.id, name: nameOf(endpoint) }))}
              onDone={readAgain}
            />
          </BulkBar>
        }
        paging={paging}
        view={view}
        selection={selection}
        onSort={(sort_key, sort_dir) => {
          change({ sort_key, sort_dir });
        }}
        empty={
          isFiltered ? (
            noneMatch
          ) : (
            <EmptyList title={texts.endpoints.emptyTitle} help={texts.endpoints.empty}>
              {create}
            </EmptyList>
          )
        }
      />
    </>
  );
}

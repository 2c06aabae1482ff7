import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpointServiceStatusLifecycle, type ListedEndpointService } from '@vpcep/types';
import { Link } from 'react-router';
import { useApi } from '../api/api-context.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { PageHeading } from '../frame/page-heading.js';
import { parameters } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { EmptyList } from '../lists/empty-list.js';
import { allRows, queryOfAll } from '../lists/paging.js';
import { ResourceList } from '../lists/resource-list.js';
import { useSelection } from '../lists/selection.js';
import { TextFilter } from '../lists/text-filter.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useListView } from '../lists/use-list-view.js';
import { ValueFilter } from '../lists/value-filter.js';
import { useAddress } from '../location/location.js';
import { LinkButton } from '../resources/link-button.js';
import { ownName } from '../resources/own-name.js';
import { BulkTagButton } from '../tags/bulk-tag-button.js';
import { TagFilter, tagInAddress, tagNames } from '../tags/tag-filter.js';
import { TaggedResources } from '../tags/tagged-resources.js';
import { usePolling } from '../waiting/use-polling.js';
import { useServiceColumns } from './use-service-columns.js';

/** The list of endpoint services. */
export function ServicesPage() {
  const texts = useTexts();
  const address = useAddress();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const { query, isChecked, paging, isFiltered, inAddress, change, clearFilters } = useListQuery(
    'listEndpointService',
    ['endpoint_service_name', 'id', 'status'],
    tagNames,
  );
  const tag = tagInAddress(inAddress);
  const view = useListView('endpoint-services');
  const columns = useServiceColumns(query);
  const reading = useQuery({
    queryKey: keys.serviceList(query),
    queryFn: ({ signal }) => vpcep.listEndpointService({ query, signal }),
    enabled: isChecked && tag === undefined,
    placeholderData: keepPreviousData,
    refetchInterval: view.refetchInterval,
  });
  const selection = {
    ...useSelection<ListedEndpointService>({
      // A list by tag has rows of its own, with nothing to select.
      rows: tag === undefined ? reading.data?.endpoint_services : undefined,
      total: reading.data?.total_count,
      query: { ...query, ...tag },
      isPlaceholderData: reading.isPlaceholderData,
    }),
    nameOf: ownName,
  };
  // What passes is looked after with the whole list, rather than each service with a wait of its own.
  const isPassing = ({ status }: ListedEndpointService) => endpointServiceStatusLifecycle.passing.includes(status);
  usePolling(
    reading.refetch,
    view.refetchInterval === false && reading.data?.endpoint_services.some(isPassing) === true,
  );
  const create = (
    <LinkButton to={address('endpoint-services/create')} icon={<PlusOutlined aria-hidden />}>
      {texts.services.create}
    </LinkButton>
  );
  const heading = <PageHeading title={texts.pages.endpointServices} intro={texts.services.intro} actions={create} />;
  const nameAndTag = (
    <>
      <TextFilter
        label={texts.filters.name}
        value={query.endpoint_service_name}
        onChange={(value) => {
          change({ endpoint_service_name: value });
        }}
      />
      <TagFilter resourceType="endpoint_service" tag={tag} onChange={change} />
    </>
  );
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: keys.services });
  };
  const noneMatch = <EmptyList title={texts.services.noneMatch} onClearFilters={clearFilters} />;
  if (tag !== undefined) {
    return (
      <>
        {heading}
        <TaggedResources
          key={JSON.stringify(tag)}
          label={texts.pages.endpointServices}
          resourceType="endpoint_service"
          tag={tag}
          name={query.endpoint_service_name}
          range={{ limit: query.limit, offset: query.offset }}
          paging={paging}
          isChecked={isChecked}
          filters={nameAndTag}
          onClear={clearFilters}
          linkTo={({ id, name }) => <Link to={address('endpoint-services', id)}>{name}</Link>}
          empty={noneMatch}
        />
      </>
    );
  }
  return (
    <>
      {heading}
      <ResourceList
        label={texts.pages.endpointServices}
        rows={reading.data?.endpoint_services}
        total={reading.data?.total_count}
        columns={columns}
        reading={reading}
        onClear={isFiltered ? clearFilters : undefined}
        fileName="endpoint-services"
        fetchRows={() =>
          allRows(vpcep.paginate('listEndpointService', { query: queryOfAll('listEndpointService', query) }))
        }
        filters={
          <>
            {nameAndTag}
            <TextFilter
              label={texts.filters.id}
              value={query.id}
              onChange={(value) => {
                change({ id: value });
              }}
            />
            <ValueFilter
              label={texts.filters.status}
              anyText={texts.filters.anyStatus}
              value={query.status}
              options={parameters.listEndpointService.status.enum.map((value) => ({
                value,
                label: texts.serviceStatus[value],
              }))}
              onChange={(status) => {
                change({ status });
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
                title: texts.bulk.deleteServices,
                help: texts.bulk.deleteServicesHelp,
                appliesTo: ({ status }) => !endpointServiceStatusLifecycle.passing.includes(status),
                run: ({ id }) => vpcep.deleteEndpointService({ path: { vpc_endpoint_service_id: id } }),
              },
            ]}
          >
            <BulkTagButton
              resourceType="endpoint_service"
              items={[...selection.selected.values()].map((service) => ({ id: service.id, name: ownName(service) }))}
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
            <EmptyList title={texts.services.emptyTitle} help={texts.services.empty}>
              {create}
            </EmptyList>
          )
        }
      />
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListResourceInstancesRequest, ResourceInstance, ResourceType } from '@vpcep/types';
import type { ReactNode } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { ListFilters } from '../lists/list-filters.js';
import { ResourceTable } from '../lists/resource-table.js';
import { usePaging } from '../lists/use-paging.js';
import type { WantedTag } from './tag-filter.js';
import { TagTexts } from './tag-texts.js';

interface Props {
  label: string;
  resourceType: ResourceType;
  tag: WantedTag;
  /** Part of the name that the resources have to have. */
  name: string | undefined;
  /** The filters above the list. */
  filters: ReactNode;
  onClear: () => void;
  /** The way to a resource. */
  linkTo: (resource: { readonly id: string; readonly name: string }) => ReactNode;
  empty: ReactNode;
}

interface Row extends ResourceInstance {
  readonly id: string;
}

/** The resources of the project that have a tag. The API tells their names and tags, and nothing else of them. */
export function TaggedResources({ label, resourceType, tag, name, filters, onClear, linkTo, empty }: Props) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const { query: part, paging } = usePaging('listEndpointService');
  const { key, value } = tag;
  const body: ListResourceInstancesRequest = {
    action: 'filter',
    ...part,
    tags: [{ key, values: value === undefined ? [] : [value] }],
    ...(name === undefined ? {} : { matches: [{ key: 'resource_name', value: name }] }),
  };
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery({
    queryKey: keys.tagged(resourceType, body),
    queryFn: ({ signal }) => vpcep.listResourceInstances({ path: { resource_type: resourceType }, body, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListFilters
        onClear={onClear}
        total={data?.total_count}
        readAt={dataUpdatedAt}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
      >
        {filters}
      </ListFilters>
      <ResourceTable<Row>
        label={label}
        rows={
          data === undefined ? undefined : (data.resources ?? []).map((each) => ({ ...each, id: each.resource_id }))
        }
        total={data?.total_count}
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        paging={paging}
        empty={empty}
        columns={[
          {
            key: 'name',
            title: texts.columns.name,
            render: ({ id, resource_name: given }) => (
              <div className="named">
                {linkTo({ id, name: given })}
                <div className="quiet mono">{id}</div>
              </div>
            ),
          },
          { key: 'tags', title: texts.lists.tags, render: ({ tags }) => <TagTexts tags={tags} /> },
        ]}
      />
    </>
  );
}

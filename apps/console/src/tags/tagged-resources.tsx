import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListResourceInstancesRequest, ResourceInstance, ResourceType } from '@vpcep/types';
import type { ReactNode } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { ListFilters } from '../lists/list-filters.js';
import type { Paging } from '../lists/paging.js';
import { ResourceTable } from '../lists/resource-table.js';
import type { WantedTag } from './tag-filter.js';
import { TagTexts } from './tag-texts.js';

interface Props {
  label: string;
  resourceType: ResourceType;
  tag: WantedTag;
  /** Part of the name that the resources have to have. */
  name: string | undefined;
  /** The part of the list that the page has in its address. */
  range: Pick<ListResourceInstancesRequest, 'limit' | 'offset'>;
  paging: Paging;
  /** Whether the address has been held against the checks. */
  isChecked: boolean;
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
export function TaggedResources(props: Props) {
  const { label, resourceType, tag, name, range, paging, isChecked, filters, onClear, linkTo, empty } = props;
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const { key, value } = tag;
  const body: ListResourceInstancesRequest = {
    action: 'filter',
    ...range,
    tags: [{ key, values: value === undefined ? [] : [value] }],
    ...(name === undefined ? {} : { matches: [{ key: 'resource_name', value: name }] }),
  };
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery({
    queryKey: keys.tagged(resourceType, body),
    queryFn: ({ signal }) => vpcep.listResourceInstances({ path: { resource_type: resourceType }, body, signal }),
    enabled: isChecked,
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

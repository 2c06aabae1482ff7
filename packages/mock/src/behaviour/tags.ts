import { trimSpaces } from '@vpcep/rules';
import type { TagFilter } from '@vpcep/types';
import { keyOf } from '../store/key.js';
import type { EndpointRecord, ServiceRecord, Tag } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours, Call } from './behaviour.js';
import { contains } from './paging.js';
import { ErrorResponse } from './error-response.js';

/** The tags of a request that creates something. The contract has seen to it that each has a key of its own. */
export const newTags = (tags: readonly Partial<Tag>[] = []): Tag[] =>
  tags.map(({ key = '', value = '' }) => ({ key, value }));

type Resource = ServiceRecord | EndpointRecord;

const resources = (store: Store, type: string, project: string): Resource[] =>
  (type === 'endpoint' ? store.endpoints : store.services).list('project', keyOf(project));

/** The name that its owner gave a resource. Endpoints have none. */
const ownName = (resource: Resource): string => ('name' in resource ? resource.name : '');

/** The filters of a search, without the spaces at their edges. */
const trimmed = (filters: readonly TagFilter[] = []): TagFilter[] =>
  filters.map(({ key, values }) => ({ key: trimSpaces(key), values: values.map(trimSpaces) }));

/** Whether a resource has the key of a filter, with one of its values. */
const has = (tags: readonly Tag[], { key, values }: TagFilter): boolean =>
  tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)));

/** Makes a search out of a request: what tells whether a resource is found. */
function search(body: Call<'listResourceInstances'>['body']): (resource: Resource) => boolean {
  const filters = {
    tags: trimmed(body.tags),
    tags_any: trimmed(body.tags_any),
    not_tags: trimmed(body.not_tags),
    not_tags_any: trimmed(body.not_tags_any),
    sys_tags: trimmed(body.sys_tags),
  };
  const [match] = body.matches ?? [];
  const byTags = ({ tags }: Resource): boolean => {
    if (body.without_any_tag) return tags.length === 0;
    const hasIt = (filter: TagFilter) => has(tags, filter);
    return (
      filters.tags.every(hasIt) &&
      (filters.tags_any.length === 0 || filters.tags_any.some(hasIt)) &&
      (filters.not_tags.length === 0 || !filters.not_tags.every(hasIt)) &&
      !filters.not_tags_any.some(hasIt) &&
      // The mock sets no system tags.
      filters.sys_tags.length === 0
    );
  };
  const byName = (resource: Resource): boolean => {
    if (match === undefined) return true;
    const name = ownName(resource);
    return match.value === '' ? name === '' : contains(name === '' ? resource.id : name, match.value);
  };
  return (resource) => byTags(resource) && byName(resource);
}

export const tags: Pick<
  Behaviours,
  'listResourceInstances' | 'batchAddOrRemoveResourceInstance' | 'listQueryProjectResourceTags'
> = {
  listResourceInstances({ path, body }, store) {
    const found = resources(store, path.resource_type, path.project_id).filter(search(body));
    if (body.action === 'count') return { total_count: found.length };
    const offset = Number(body.offset);
    return {
      resources: found.slice(offset, offset + Number(body.limit)).map((resource) => ({
        resource_id: resource.id,
        resource_name: ownName(resource) === '' ? resource.id : ownName(resource),
        tags: resource.tags,
      })),
      total_count: found.length,
    };
  },

  batchAddOrRemoveResourceInstance({ path, body, maxItems, laterMaxItems }, store) {
    const isEndpoint = path.resource_type === 'endpoint';
    const resource = (isEndpoint ? store.endpoints : store.services).get(path.resource_id);
    if (resource?.project_id !== path.project_id) {
      throw new ErrorResponse(
        'EndPoint.0005',
        `path.resource_id: project ${path.project_id} has no resource ${path.resource_id} of the kind ${path.resource_type}.`,
      );
    }
    const changes = body.tags ?? [];
    if (body.action === 'delete') {
      store.amend(resource, () => {
        resource.tags = resource.tags.filter(
          (tag) => !changes.some(({ key, value }) => key === tag.key && (value === undefined || value === tag.value)),
        );
      });
      return undefined;
    }
    const keys = changes.map(({ key }) => key);
    const added = newTags(changes);
    const all = [...resource.tags.filter((tag) => !keys.includes(tag.key)), ...added];
    if (maxItems.tags !== undefined && all.length > maxItems.tags) {
      throw new ErrorResponse(
        'EndPoint.3069',
        `body.tags: the resource would have ${all.length} tags, and may have ${maxItems.tags}; remove others first${laterMaxItems('tags', all)}.`,
      );
    }
    store.amend(resource, () => {
      resource.tags = all;
    });
    return undefined;
  },

  listQueryProjectResourceTags({ path }, store) {
    const values = new Map<string, Set<string>>();
    for (const resource of resources(store, path.resource_type, path.project_id)) {
      for (const { key, value } of resource.tags) values.set(key, (values.get(key) ?? new Set()).add(value));
    }
    return { tags: [...values].map(([key, set]) => ({ key, values: [...set].sort() })).sort(byKey) };
  },
};

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

import type { ListResourceInstancesRequest, TagFilter } from '@vpcep/types';
import type { EndpointRecord, ServiceRecord, Tag } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { contains } from './paging.js';
import { ErrorResponse } from './error-response.js';

/** The most tags that a resource has. */
const tagLimit = 10;

type Resource = ServiceRecord | EndpointRecord;

const resources = (store: Store, type: string, project: string): Resource[] =>
  (type === 'endpoint' ? store.endpoints : store.services).list('project', project);

/** The name that its owner gave a resource. Endpoints have none. */
const ownName = (resource: Resource): string => ('name' in resource ? resource.name : '');

const filterNames = ['tags', 'tags_any', 'not_tags', 'not_tags_any', 'sys_tags'] as const;

/** The filters of a search without the spaces at their edges. No key and no value of a key occurs twice. */
function trimmed(name: string, filters: readonly TagFilter[]): TagFilter[] {
  const keys = new Set<string>();
  return filters.map((filter, index) => {
    const key = filter.key.trim();
    if (keys.has(key)) {
      throw new ErrorResponse(
        'EndPoint.3067',
        `body.${name}[${index}].key "${key}" is there twice; use each key once.`,
      );
    }
    keys.add(key);
    const values = filter.values.map((value) => value.trim());
    if (new Set(values).size < values.length) {
      throw new ErrorResponse(
        'EndPoint.3071',
        `body.${name}[${index}].values repeats a value; use each once, spaces at the edges aside.`,
      );
    }
    return { key, values };
  });
}

/** Whether a resource has the key of a filter, with one of its values. */
const has = (tags: readonly Tag[], { key, values }: TagFilter): boolean =>
  tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)));

/** Makes a search out of a request: what tells whether a resource is found. */
function search(body: Readonly<ListResourceInstancesRequest>): (resource: Resource) => boolean {
  const filters = Object.fromEntries(filterNames.map((name) => [name, trimmed(name, body[name] ?? [])])) as Record<
    (typeof filterNames)[number],
    TagFilter[]
  >;
  const [match, second] = body.matches ?? [];
  if (second !== undefined) {
    throw new ErrorResponse('EndPoint.0002', 'body.matches[1].key repeats body.matches[0].key; use each key once.');
  }
  const byTags = ({ tags }: Resource): boolean => {
    if (body.without_any_tag === true) return tags.length === 0;
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
    if (body.action === 'count') {
      for (const [name, code] of [
        ['limit', 'EndPoint.0006'],
        ['offset', 'EndPoint.0010'],
      ] as const) {
        if (body[name] !== undefined)
          throw new ErrorResponse(code, `body.${name}: leave it out when the action is count.`);
      }
      return { total_count: found.length };
    }
    const offset = Number(body.offset ?? 0);
    return {
      resources: found.slice(offset, offset + Number(body.limit ?? 1000)).map((resource) => ({
        resource_id: resource.id,
        resource_name: ownName(resource) === '' ? resource.id : ownName(resource),
        tags: resource.tags,
      })),
      total_count: found.length,
    };
  },

  batchAddOrRemoveResourceInstance({ path, body }, store) {
    const isEndpoint = path.resource_type === 'endpoint';
    const resource = (isEndpoint ? store.endpoints : store.services).get(path.resource_id);
    if (resource?.project_id !== path.project_id) {
      throw new ErrorResponse(
        'EndPoint.0005',
        `path.resource_id: project ${path.project_id} has no resource ${path.resource_id} of the kind ${path.resource_type}.`,
      );
    }
    const changes = body.tags ?? [];
    if (changes.length === 0) throw new ErrorResponse('EndPoint.3066', 'body.tags: send at least one tag.');
    const keys = changes.map(({ key }) => key);
    const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
    if (repeated >= 0) {
      throw new ErrorResponse(
        'EndPoint.3067',
        `body.tags[${repeated}].key "${keys[repeated] ?? ''}" is there twice; use each key once.`,
      );
    }
    if (body.action === 'delete') {
      store.amend(resource, () => {
        resource.tags = resource.tags.filter(
          (tag) => !changes.some(({ key, value }) => key === tag.key && (value === undefined || value === tag.value)),
        );
      });
      return undefined;
    }
    const added = changes.map(({ key, value }, index) => {
      if (value === undefined) {
        throw new ErrorResponse(
          'EndPoint.3073',
          `body.tags[${index}].value is missing; give each tag a value to add it.`,
        );
      }
      return { key, value };
    });
    const all = [...resource.tags.filter((tag) => !keys.includes(tag.key)), ...added];
    if (all.length > tagLimit) {
      throw new ErrorResponse(
        'EndPoint.3069',
        `body.tags: the resource would have ${all.length} tags, and may have ${tagLimit}; remove others first.`,
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

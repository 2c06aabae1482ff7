import type { Permission, PermissionType } from '@vpcep/types';
import type { ServiceRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { requireOwnService } from './require-own.js';
import { contains, readPaging } from './paging.js';
import { ErrorResponse } from './error-response.js';

/** How an entry begins that is about a part of an organization. */
const ofOrganization = 'organizations:orgPath::';

/** What an entry lets in, which its form tells. */
const typeOf = (permission: string): PermissionType => (permission.startsWith(ofOrganization) ? 'orgPath' : 'domainId');

/** Whether an entry of a whitelist lets an account in, which may be somewhere in an organization. */
function letsIn(permission: string, account: string, path: string | undefined): boolean {
  if (typeOf(permission) === 'domainId') return ['*', 'iam:domain::*', `iam:domain::${account}`].includes(permission);
  const pattern = permission.slice(ofOrganization.length).replace(/\*+/g, '.*').replaceAll('?', '.');
  return path !== undefined && new RegExp(`^${pattern}$`).test(path);
}

/** Whether a project may connect to a service: as its owner's, or by the whitelist. */
export function mayConnect(store: Store, service: ServiceRecord, project: string): boolean {
  const account = store.account(project);
  return (
    account === store.account(service.project_id) ||
    service.permissions.some(({ permission }) => letsIn(permission, account, store.organizations.get(account)))
  );
}

/** A record as its owner sees it. */
const shown = (record: Permission): Permission => ({ ...record, permission_type: typeOf(record.permission) });

/** Adds entries to the whitelist, or describes anew those that there are. */
function add(
  store: Store,
  service: ServiceRecord,
  entries: readonly { permission: string; description?: string }[],
): Permission[] {
  const known = new Map(service.permissions.map((record) => [record.permission, record]));
  return entries.map(({ permission, description }) => {
    const record = known.get(permission);
    if (record !== undefined) {
      if (description !== undefined) describe(store, service, record, description);
      return record;
    }
    const added = { id: store.newId(), permission, created_at: store.now(), description: description ?? '' };
    known.set(permission, added);
    store.amend(service, () => {
      service.permissions.push(added);
    });
    return added;
  });
}

function describe(store: Store, service: ServiceRecord, record: Permission, description: string): void {
  store.amend(service, () => {
    record.description = description;
  });
}

function remove(store: Store, service: ServiceRecord, leaves: (record: Permission) => boolean): void {
  store.amend(service, () => {
    service.permissions = service.permissions.filter((record) => !leaves(record));
  });
}

export const permissions: Pick<
  Behaviours,
  | 'listServicePermissionsDetails'
  | 'addOrRemoveServicePermissions'
  | 'batchAddEndpointServicePermissions'
  | 'batchRemoveEndpointServicePermissions'
  | 'updateEndpointServicePermissionDesc'
> = {
  listServicePermissionsDetails({ path, query }, store) {
    const { offset, limit, descending } = readPaging(query);
    const found = requireOwnService(store, path).permissions.filter(({ permission }) =>
      contains(permission, query.permission),
    );
    // Records have no time of change, so that both sort keys mean the same.
    if (descending) found.reverse();
    return { permissions: found.slice(offset, offset + limit).map(shown), total_count: found.length };
  },

  addOrRemoveServicePermissions({ path, body }, store) {
    const service = requireOwnService(store, path);
    const entries = new Set(body.permissions);
    if (body.action === 'add') {
      const added = Array.from(entries, (permission) => ({ permission }));
      add(store, service, added);
    } else remove(store, service, ({ permission }) => entries.has(permission));
    const [type, ...others] = new Set([...entries].map(typeOf));
    return { permissions: [...entries], ...(type === undefined || others.length > 0 ? {} : { permission_type: type }) };
  },

  batchAddEndpointServicePermissions({ path, body }, store) {
    const service = requireOwnService(store, path);
    return { permissions: [...new Set(add(store, service, body.permissions))].map(shown) };
  },

  batchRemoveEndpointServicePermissions({ path, body }, store) {
    const service = requireOwnService(store, path);
    const ids = new Set(body.permissions.map(({ id }) => id));
    remove(store, service, ({ id }) => ids.has(id));
    // Those that the call was about are no more.
    return { permissions: [] };
  },

  updateEndpointServicePermissionDesc({ path, body }, store) {
    const service = requireOwnService(store, path);
    const record = service.permissions.find(({ id }) => id === path.permission_id);
    if (record === undefined) {
      throw new ErrorResponse(
        'EndPoint.0005',
        `path.permission_id: the whitelist of endpoint service ${service.id} has no record ${path.permission_id}; list those that it has.`,
      );
    }
    describe(store, service, record, body.permission.description);
    return { permissions: [shown(record)] };
  },
};

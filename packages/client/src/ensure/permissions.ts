import type { PermissionType } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import type { CallContext } from './kind.js';

/** What entries for parts of an organization are, which their text says too. Others need no type, and once had none. */
const ofOrganization: PermissionType = 'orgPath';

/** Makes the whitelist of a service exactly the wanted one. Entries are added first, so that nobody is shut out meanwhile. */
export async function changePermissions(
  client: OperationCalls<'addOrRemoveServicePermissions'>,
  serviceId: string,
  listed: readonly string[],
  wanted: readonly string[],
  { path, signal }: CallContext,
): Promise<void> {
  const send = async (action: 'add' | 'remove', entries: readonly string[]) => {
    for (const type of [{}, { permission_type: ofOrganization }]) {
      const permissions = entries.filter(
        (entry) => entry.includes(`:${ofOrganization}:`) === 'permission_type' in type,
      );
      if (permissions.length === 0) continue;
      await client.addOrRemoveServicePermissions({
        path: { ...path, vpc_endpoint_service_id: serviceId },
        body: { action, permissions, ...type },
        // Entries that are there, or gone, already do no harm.
        retryUnsafe: true,
        ...(signal && { signal }),
      });
    }
  };
  const without = (some: readonly string[], others: readonly string[]) =>
    [...new Set(some)].filter((entry) => !others.includes(entry));
  await send('add', without(wanted, listed));
  await send('remove', without(listed, wanted));
}

import type { ResourceTag, ResourceType } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import { canonical } from './canonical.js';
import type { CallContext } from './kind.js';

/**
 * Makes the tags of a resource exactly the wanted ones. Those with another value are removed and added: whether adding
 * overwrites is not documented. Removed ones go first, for a resource has room for a few only.
 */
export async function changeTags(
  client: OperationCalls<'batchAddOrRemoveResourceInstance'>,
  type: ResourceType,
  { id, tags = [] }: { readonly id: string; readonly tags?: readonly ResourceTag[] | undefined },
  wanted: readonly ResourceTag[],
  { path, signal }: CallContext,
): Promise<void> {
  const send = async (action: 'create' | 'delete', changed: { key: string; value?: string }[]) => {
    if (changed.length === 0) return;
    await client.batchAddOrRemoveResourceInstance({
      path: { ...path, resource_type: type, resource_id: id },
      body: { action, tags: changed },
      // Tags that are there, or gone, already do no harm.
      retryUnsafe: true,
      ...(signal && { signal }),
    });
  };
  const without = (some: readonly ResourceTag[], others: readonly ResourceTag[]) => {
    const known = others.map((tag) => canonical(tag));
    return some.filter((tag) => !known.includes(canonical(tag)));
  };
  await send(
    'delete',
    without(tags, wanted).map(({ key }) => ({ key })),
  );
  await send(
    'create',
    without(wanted, tags).map(({ key, value = '' }) => ({ key, value })),
  );
}

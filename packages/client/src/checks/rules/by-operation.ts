import type { OperationId } from '../../operation-types.js';
import { idOrName } from './id-or-name.js';
import { pagingOfCount } from './paging-of-count.js';
import { repeatedFilter } from './repeated-filter.js';
import { repeatedMatchKey } from './repeated-match-key.js';
import { repeatedPortMapping } from './repeated-port-mapping.js';
import { repeatedTagKey } from './repeated-tag-key.js';
import type { CrossFieldRule } from './rule.js';
import { tagValueOfCreate } from './tag-value-of-create.js';

/** The rules about several fields, by the operation that they hold for. */
export const crossFieldRules: Readonly<Partial<Record<OperationId, readonly CrossFieldRule[]>>> = {
  createEndpointService: [repeatedPortMapping, repeatedTagKey],
  updateEndpointService: [repeatedPortMapping],
  createEndpoint: [repeatedTagKey],
  batchAddOrRemoveResourceInstance: [repeatedTagKey, tagValueOfCreate],
  listResourceInstances: [repeatedFilter, repeatedMatchKey, pagingOfCount],
  listServiceDescribeDetails: [idOrName],
};

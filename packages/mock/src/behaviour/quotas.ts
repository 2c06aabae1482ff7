import { kinds } from '../transition.js';
import type { Behaviours } from './behaviour.js';
import { used } from './quota.js';

export const quotas: Pick<Behaviours, 'listQuotaDetails'> = {
  listQuotaDetails: ({ path, query }, store) => ({
    quotas: {
      resources: kinds
        .filter((type) => query.type === undefined || query.type === type)
        .map((type) => ({ type, used: used(store, type, path.project_id), quota: store.quotas[type] })),
    },
  }),
};

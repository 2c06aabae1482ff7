import type { ResourceTag } from '@vpcep/types';
import type { Tag } from '../store/records.js';

/** The tags of a request that creates something. The contract has seen to it that each has a key of its own. */
export const newTags = (tags: readonly ResourceTag[] = []): Tag[] =>
  tags.map(({ key = '', value = '' }) => ({ key, value }));

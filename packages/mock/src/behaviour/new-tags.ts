import type { ResourceTag } from '@vpcep/types';
import type { Tag } from '../store/records.js';
import { ErrorResponse } from './error-response.js';

/** The tags of a request that creates something; each key is used once. */
export function newTags(tags: readonly ResourceTag[] = []): Tag[] {
  const seen = new Map<string, number>();
  return tags.map(({ key, value = '' }, index) => {
    if (key === undefined) {
      throw new ErrorResponse('EndPoint.3072', `body.tags[${index}].key is missing; give each tag a key.`);
    }
    const first = seen.get(key);
    if (first !== undefined) {
      throw new ErrorResponse(
        'EndPoint.3067',
        `body.tags[${index}].key repeats body.tags[${first}].key "${key}"; use each key once.`,
      );
    }
    seen.set(key, index);
    return { key, value };
  });
}

import type { Version } from '@vpcep/types';
import type { Behaviours } from './behaviour.js';
import { ErrorResponse } from './error-response.js';

/** The versions that there are, and since when. */
const released = { v1: '2018-09-30T00:00:00Z', v2: '2020-03-30T00:00:00Z' };

const versionsAt = (baseUrl: string): Version[] =>
  Object.entries(released).map(([id, updated]) => ({
    id,
    status: 'CURRENT',
    updated,
    version: id.slice(1),
    min_version: '',
    links: [{ href: `${baseUrl}/${id}`, type: 'application/json', rel: 'self' }],
  }));

export const versions: Pick<Behaviours, 'listVersionDetails' | 'listSpecifiedVersionDetails'> = {
  listVersionDetails: ({ baseUrl }) => ({ versions: versionsAt(baseUrl) }),

  listSpecifiedVersionDetails({ path, baseUrl }) {
    const version = versionsAt(baseUrl).find(({ id }) => id === path.version);
    if (version === undefined) {
      throw new ErrorResponse(
        'EndPoint.0005',
        `path.version: there is no version ${path.version}; there are ${Object.keys(released).join(' and ')}.`,
      );
    }
    return { version };
  },
};

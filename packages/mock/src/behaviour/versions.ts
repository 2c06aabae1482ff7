import type { Version } from '@vpcep/types';
import type { Behaviours } from './behaviour.js';
import { ErrorResponse } from './error-response.js';

const version = (host: string): Version => ({
  id: 'v1',
  status: 'CURRENT',
  updated: '2018-09-30T00:00:00Z',
  version: '1',
  min_version: '',
  links: [{ href: `http://${host}/v1`, type: 'application/json', rel: 'self' }],
});

export const versions: Pick<Behaviours, 'listVersionDetails' | 'listSpecifiedVersionDetails'> = {
  listVersionDetails: ({ host }) => ({ versions: [version(host)] }),

  listSpecifiedVersionDetails({ path, host }) {
    if (path.version !== 'v1') {
      throw new ErrorResponse(
        'EndPoint.0005',
        `path.version: there is no version ${path.version}; the only one is v1.`,
      );
    }
    return { version: version(host) };
  },
};

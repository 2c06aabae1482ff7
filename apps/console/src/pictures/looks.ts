import type { ConnectionStatus, EndpointServiceStatus } from '@vpcep/types';
import type { Texts } from '../language/texts/texts.js';
import type { Look, PictureNode } from './picture.js';

const looks: Readonly<Record<EndpointServiceStatus | ConnectionStatus, Look>> = {
  available: 'good',
  accepted: 'good',
  pendingAcceptance: 'waiting',
  creating: 'passing',
  deleting: 'passing',
  rejected: 'off',
  failed: 'bad',
};

/** How an endpoint or a service stands. A status that is not known is shown as it came. */
export function statusOf(status: string, names: Readonly<Record<string, string>>): NonNullable<PictureNode['status']> {
  const known: Readonly<Record<string, Look>> = looks;
  return { look: known[status] ?? 'plain', words: names[status] ?? status };
}

/** How many of each status there are, in a line. */
export function countsOf(statuses: readonly string[], { connectionStatus, pictures }: Texts): string {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .map(([status, count]) => pictures.countOf(count, statusOf(status, connectionStatus).words))
    .join(', ');
}

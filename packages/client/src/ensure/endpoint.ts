import type { CreateEndpointRequest, Endpoint } from '@vpcep/types';
import { checkWait } from '../client-options.js';
import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';
import { endpointFields } from '../generated/ensured-fields.js';
import * as finalStates from '../generated/final-states.js';
import { paginate } from '../paginate.js';
import { waitForEndpointGone } from '../waiters/endpoint-waiters.js';
import { pollEndpoint } from '../waiters/poll.js';
import type { ConnectionWaitOptions, WaitingClient } from '../waiters/wait-options.js';
import type { Change } from './change.js';
import { differingOf } from './differences.js';
import { ensure } from './ensure.js';
import { ensureKinds, type EnsureOptions } from './ensure-options.js';
import type { Kind } from './kind.js';
import { changeTags } from './tags.js';
import { checkWanted, givenOf } from './wanted.js';

type Created = Pick<CreateEndpointRequest, keyof typeof endpointFields>;

/**
 * How an endpoint shall be. Only the fields that are given are touched. Tags, route tables and the whitelist are made exactly
 * as given, in any order.
 *
 * It is identified by its service, its VPC and, when it is given, its subnet, and is created when it is not there; or by
 * `id`, and has to be there. Endpoints have no names.
 */
export type DesiredEndpoint =
  (Created & { id?: undefined }) | ({ [Field in keyof Created]?: Created[Field] | undefined } & { id: string });

/** The calls that {@link ensureEndpoint} makes. */
export type EndpointCalls = WaitingClient<
  | 'batchAddOrRemoveResourceInstance'
  | 'createEndpoint'
  | 'listEndpointInfoDetails'
  | 'listEndpoints'
  | 'updateEndpointPolicy'
  | 'updateEndpointRoutetable'
  | 'updateEndpointWhite'
>;

/** Options of {@link ensureEndpoint}. `until` says which state is waited for in the end. */
export interface EnsureEndpointOptions
  extends EnsureOptions<Endpoint>, Pick<ConnectionWaitOptions<Endpoint>, 'until'> {}

/** What {@link ensureEndpoint} did. */
export interface EnsuredEndpoint {
  /** The endpoint as it is now. */
  readonly endpoint: Endpoint;
  /** Whether it was created. */
  readonly created: boolean;
  /** What was changed, in the order in which it was; nothing when all was as wanted. */
  readonly changes: readonly Change[];
}

/** What {@link ensureEndpoint} would do. */
export interface PlannedEndpoint extends Omit<EnsuredEndpoint, 'endpoint'> {
  /** The endpoint as it is now; undefined when it would be created. */
  readonly endpoint: Endpoint | undefined;
}

/**
 * Makes an endpoint as wanted: creates it unless it is there, changes what differs, waits until it is `accepted`, or
 * `pendingAcceptance` if asked, and says what was done. Where nothing differs, it only reads. When it fails half way, as by a
 * lost answer, it can be called again, and goes on from there.
 *
 * Two runs for one endpoint at the same time may both create it.
 *
 * @throws VpcepValidationError before anything is changed: when a field differs that cannot be changed after creation, when
 * several endpoints fit, or when what is wanted does not say which it is.
 * @throws VpcepWaiterError when the endpoint is or becomes `failed` (`reasons` says why) or `rejected`, or is meant by its ID
 * and `deleting`. Otherwise one that is `deleting` is waited for, and created anew.
 * @throws VpcepNotFoundError when no endpoint has the ID.
 * @throws VpcepTimeoutError when a wait takes longer than `timeout`, such as for the owner of the service to accept it.
 * @throws VpcepError when a route table cannot be bound or unbound, and what else the calls throw. When the answer to the
 * creation is lost, the endpoint is looked for before it is created again.
 */
export async function ensureEndpoint(
  client: EndpointCalls,
  desired: DesiredEndpoint,
  options?: EnsureEndpointOptions & { dryRun?: false | undefined },
): Promise<EnsuredEndpoint>;
export async function ensureEndpoint(
  client: EndpointCalls,
  desired: DesiredEndpoint,
  options: EnsureEndpointOptions,
): Promise<PlannedEndpoint>;
export async function ensureEndpoint(
  client: EndpointCalls,
  desired: DesiredEndpoint,
  options: EnsureEndpointOptions = {},
): Promise<PlannedEndpoint> {
  checkWanted(desired, endpointFields);
  checkWait(options, { ...ensureKinds, until: '' });
  const { until = 'accepted' } = options;
  const { id, ...rest } = desired;
  const wanted = givenOf(rest);
  const { endpoint_service_id: service, vpc_id: vpc, subnet_id: subnet } = wanted;
  for (const identity of ['endpoint_service_id', 'vpc_id'] as const) {
    if (!id && !wanted[identity]) throw new VpcepValidationError(identity, 'must be given, unless id is');
  }

  const kind: Kind<Endpoint, object> = {
    operation: 'ensureEndpoint',
    fields: endpointFields,
    wanted,
    id,
    identity: 'endpoint_service_id',
    name: `the endpoint for ${service} in ${vpc}`,
    createdBy: 'createEndpoint',
    waiting: client.waiting,
    changeable: ['accepted', 'pendingAcceptance'],
    goals: ['accepted', until],
    final: finalStates.ConnectionStatus,
    poll: (endpointId) => pollEndpoint(client, endpointId),
    waitUntilGone: (endpointId, waits) => waitForEndpointGone(client, endpointId, waits),
    more: () => Promise.resolve({}),

    async find({ path, ...call }) {
      if (id !== undefined) {
        return [await client.listEndpointInfoDetails({ path: { ...path, vpc_endpoint_id: id }, ...call })];
      }
      const found: Endpoint[] = [];
      const args = { path, query: vpc === undefined ? {} : { vpc_id: vpc } };
      for await (const endpoint of paginate(client, 'listEndpoints', args, call)) {
        const { endpoint_service_id, subnet_id = subnet } = endpoint;
        if (endpoint_service_id === service && (subnet === undefined || subnet_id === subnet)) found.push(endpoint);
      }
      return found;
    },

    // Without an ID, all that is mandatory is there: the types see to it, and the service.
    create: (call) => client.createEndpoint({ ...call, body: wanted as Created }),

    steps: [
      [
        'updateEndpointWhite',
        ({ resource }, _, { path, ...call }) => {
          // What the call leaves out is emptied.
          const { whitelist = resource.whitelist, enable_whitelist = resource.enable_whitelist } = wanted;
          const body = { ...(whitelist && { whitelist }), ...(enable_whitelist && { enable_whitelist }) };
          return client.updateEndpointWhite({ path: { ...path, vpc_endpoint_id: resource.id }, body, ...call });
        },
      ],
      [
        'updateEndpointRoutetable',
        async ({ resource }, _, { path, ...call }) => {
          const { error = [] } = await client.updateEndpointRoutetable({
            path: { ...path, vpc_endpoint_id: resource.id },
            body: { routetables: wanted.routetables ?? [] },
            ...call,
          });
          const failed = error.flatMap(({ bind_failed = [], unbind_failed = [] }) => [
            ...bind_failed,
            ...unbind_failed,
          ]);
          if (failed.length > 0) {
            const texts = failed.map((table) => `${table.id}: ${table.error_message}`).join('; ');
            throw new VpcepError(`ensureEndpoint: ${resource.id}: route tables that stay as they are: ${texts}`);
          }
        },
      ],
      [
        'updateEndpointPolicy',
        ({ resource }, differing, { path, ...call }) =>
          client.updateEndpointPolicy({
            path: { ...path, vpc_endpoint_id: resource.id },
            body: differingOf(wanted, differing),
            ...call,
          }),
      ],
      [
        'batchAddOrRemoveResourceInstance',
        ({ resource }, _, call) => changeTags(client, 'endpoint', resource, wanted.tags ?? [], call),
      ],
    ],
  };
  const { resource, ...outcome } = await ensure(kind, options);
  return { endpoint: resource, ...outcome };
}

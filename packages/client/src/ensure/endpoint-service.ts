import type { CreateEndpointServiceRequest, EndpointService } from '@vpcep/types';
import { checkWait } from '../client-options.js';
import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';
import { endpointServiceFields } from '../generated/ensured-fields.js';
import * as finalStates from '../generated/final-states.js';
import { paginate } from '../paginate.js';
import { waitForEndpointServiceGone } from '../waiters/endpoint-service-waiters.js';
import { pollService } from '../waiters/poll.js';
import type { WaitingClient } from '../waiters/wait-options.js';
import type { Change } from './change.js';
import { differingOf, type Fields } from './differences.js';
import { ensure } from './ensure.js';
import { ensureKinds, type EnsureOptions } from './ensure-options.js';
import type { Kind } from './kind.js';
import { ownName } from './own-name.js';
import { changePermissions } from './permissions.js';
import { changeTags } from './tags.js';
import { checkWanted, givenOf } from './wanted.js';

type Created = Pick<CreateEndpointServiceRequest, keyof typeof endpointServiceFields>;

/** What is wanted of an endpoint service, beside what it is created with. */
interface Further {
  /**
   * The whitelist: who may connect, such as `iam:domain::…` for an account, or `*`. It is made exactly this; an empty one lets
   * in nobody but the owner.
   *
   * @default it stays as it is
   */
  permissions?: readonly string[] | undefined;
}

/**
 * How an endpoint service shall be. Only the fields that are given are touched. Tags, ports and the whitelist are made
 * exactly as given, in any order.
 *
 * It is identified by `service_name`, and is created when it is not there; or by `id`, and
 * has to be there. By its ID it can be renamed, too.
 */
export type DesiredEndpointService = Further &
  (
    | (Created & { service_name: string; id?: undefined })
    | ({ [Field in keyof Created]?: Created[Field] | undefined } & { id: string })
  );

/** The calls that {@link ensureEndpointService} makes. */
export type EndpointServiceCalls = WaitingClient<
  | 'addOrRemoveServicePermissions'
  | 'batchAddOrRemoveResourceInstance'
  | 'createEndpointService'
  | 'listEndpointService'
  | 'listServiceDetails'
  | 'listServicePermissionsDetails'
  | 'updateEndpointService'
>;

/** What {@link ensureEndpointService} did. */
export interface EnsuredEndpointService {
  /** The service as it is now. */
  readonly service: EndpointService;
  /** Whether it was created. */
  readonly created: boolean;
  /** What was changed, in the order in which it was; nothing when all was as wanted. */
  readonly changes: readonly Change[];
}

/** What {@link ensureEndpointService} would do. */
export interface PlannedEndpointService extends Omit<EnsuredEndpointService, 'service'> {
  /** The service as it is now; undefined when it would be created. */
  readonly service: EndpointService | undefined;
}

/** More than the details of a service: the name that its owner gave it, and its whitelist, where one is wanted. */
interface More {
  service_name: string;
  permissions?: string[] | undefined;
}

const fields: Fields = {
  ...endpointServiceFields,
  permissions: { kind: 'Array', itemKind: 'string', changedBy: 'addOrRemoveServicePermissions', later: true },
};

/**
 * Makes an endpoint service as wanted: creates it unless it is there, changes what differs, waits until it is `available`, and
 * says what was done. Where nothing differs, it only reads. When it fails half way, as by a lost answer, it can be called
 * again, and goes on from there.
 *
 * Two runs for one name at the same time may both create it: the API lets a name be used twice.
 *
 * @throws VpcepValidationError before anything is changed: when a field differs that cannot be changed after creation, when
 * several services have the name, or when what is wanted names neither.
 * @throws VpcepWaiterError when the service is or becomes `failed` (`reasons` says why), or is meant by its ID and `deleting`. By
 * its name, one that is `deleting` is waited for, and created anew.
 * @throws VpcepNotFoundError when no service has the ID.
 * @throws VpcepTimeoutError when a wait takes longer than `timeout`.
 * @throws VpcepError what else the calls throw. When the answer to the creation is lost, the service is looked for by its
 * name before it is created again.
 */
export async function ensureEndpointService(
  client: EndpointServiceCalls,
  desired: DesiredEndpointService,
  options?: EnsureOptions<EndpointService> & { dryRun?: false | undefined },
): Promise<EnsuredEndpointService>;
export async function ensureEndpointService(
  client: EndpointServiceCalls,
  desired: DesiredEndpointService,
  options: EnsureOptions<EndpointService>,
): Promise<PlannedEndpointService>;
export async function ensureEndpointService(
  client: EndpointServiceCalls,
  desired: DesiredEndpointService,
  options: EnsureOptions<EndpointService> = {},
): Promise<PlannedEndpointService> {
  checkWanted(desired, fields);
  checkWait(options, ensureKinds);
  const { id, ...rest } = desired;
  const { permissions, ...wanted } = givenOf(rest);
  const name = wanted.service_name ?? '';
  if (!id && !name) throw new VpcepValidationError('service_name', 'must be a non-empty string, unless id is given');

  const kind: Kind<EndpointService, More> = {
    operation: 'ensureEndpointService',
    fields,
    wanted: { ...wanted, ...(permissions && { permissions }) },
    id,
    identity: 'service_name',
    name,
    createdBy: 'createEndpointService',
    waiting: client.waiting,
    changeable: ['available'],
    goals: ['available'],
    final: finalStates.EndpointServiceStatus,
    poll: (serviceId) => pollService(client, serviceId),
    waitUntilGone: (serviceId, waits) => waitForEndpointServiceGone(client, serviceId, waits),

    async find({ path, ...call }) {
      if (id !== undefined) {
        return [await client.listServiceDetails({ path: { ...path, vpc_endpoint_service_id: id }, ...call })];
      }
      // The filter finds all whose full names have the text somewhere.
      const query = { endpoint_service_name: name };
      const found: EndpointService[] = [];
      for await (const service of paginate(client, 'listEndpointService', { path, query }, call)) {
        if (ownName(service) === name) found.push(service);
      }
      return found;
    },

    async create(call) {
      // Without an ID, all that is mandatory is there: the types see to it, and the service.
      const created = await client.createEndpointService({ ...call, body: wanted as Created });
      if (ownName(created) === name) return created;
      throw new VpcepError(
        `ensureEndpointService: the new service ${created.id} is called ${created.service_name}, ` +
          `in which ${name} will not be recognised; give its id from now on`,
      );
    },

    async more(service, { path, ...call }) {
      const service_name = ownName(service);
      if (permissions === undefined) return { service_name };
      const listed: string[] = [];
      const args = { path: { ...path, vpc_endpoint_service_id: service.id } };
      for await (const record of paginate(client, 'listServicePermissionsDetails', args, call)) {
        listed.push(record.permission);
      }
      return { service_name, permissions: listed };
    },

    steps: [
      [
        'updateEndpointService',
        ({ resource }, differing, { path, ...call }) =>
          client.updateEndpointService({
            path: { ...path, vpc_endpoint_service_id: resource.id },
            body: differingOf(wanted, differing),
            ...call,
          }),
      ],
      [
        'batchAddOrRemoveResourceInstance',
        ({ resource }, _, call) => changeTags(client, 'endpoint_service', resource, wanted.tags ?? [], call),
      ],
      [
        'addOrRemoveServicePermissions',
        ({ resource, more }, _, call) =>
          changePermissions(client, resource.id, more.permissions ?? [], permissions ?? [], call),
      ],
    ],
  };
  const { resource, ...outcome } = await ensure(kind, options);
  return { service: resource, ...outcome };
}

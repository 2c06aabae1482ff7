import { mostPolls, stages } from '../transition.js';
import type { JsonSchema } from '../validators/compile-schema.js';
import { ofDocument, ofMember, satisfying } from '../values/schema-words.js';
import { mostQuota } from './most-quota.js';

/**
 * The shape of everything that the mock remembers, said once: states are checked against it, and `build/state-types.ts`
 * makes their types from it, and those of records, which have what a state may leave out. What has no default here, and may
 * be left out all the same, follows from the other members.
 */

const text = { type: 'string', maxLength: 1000 };
const id = ofMember('EndpointService', 'id');
const flag = { type: 'boolean' };
/** A number that whatever the mock does in a lifetime can be added to, and it still counts. */
const count = { type: 'integer', minimum: 0, maximum: 1e12 };
const quota = { ...ofMember('Quota', 'quota'), maximum: mostQuota };
const time = { type: 'string', ...satisfying('time') };
const list = (items: object) => ({ type: 'array', items });
const emptyList = (items: object) => ({ ...list(items), default: [] });
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const ofKinds = (value: object) => object({ endpoint_service: value, endpoint: value });
/** A member that stays what it is as long as the resource is there. */
const fixed = (schema: object) => ({ ...schema, readOnly: true });
const described = (schema: object, description: string) => ({ ...schema, description });
const unknownFields = described(
  { type: 'object', additionalProperties: true },
  'What requests gave it that the document does not know, where that is let through.',
);
/** A reference to another shape. */
const shape = (name: string) => ({ $ref: `#/$defs/${name}` });

const pending = (status: string) =>
  described(
    object(
      {
        to: { anyOf: [ofDocument(status), { const: 'gone' }] },
        at: described(
          { type: 'number', minimum: 0, maximum: Date.UTC(9999, 0, 1) },
          'When it is due, in milliseconds since 1970 in UTC.',
        ),
        polls: described({ ...count, maximum: mostPolls }, 'How often its details must still be read.'),
        error: described(list(shape('Failure')), 'With what it fails.'),
      },
      ['to'],
    ),
    'What a resource is on its way to: due at a time, or after its details were read so often.',
  );

const changed = described(
  count,
  'Place in the order of changes. Where every resource of a kind has one, their list is in the order of their creation; else the times say both, and this tells apart what was changed in the same second.',
);

export const stateShapes = {
  Tag: described(
    object({ key: ofMember('ResourceTag', 'key'), value: ofMember('ResourceTag', 'value') }, ['key', 'value']),
    'A tag that a resource has.',
  ),
  Failure: described(
    object({ error_code: text, error_message: text }, ['error_code', 'error_message']),
    'Why a resource failed, as the API attaches it to one.',
  ),
  PendingService: pending('EndpointServiceStatus'),
  PendingEndpoint: pending('ConnectionStatus'),

  StateOfService: described(
    object(
      {
        id: fixed(id),
        project_id: fixed(ofMember('EndpointService', 'project_id')),
        created_at: fixed(time),
        updated_at: described(time, 'When it was changed last; its creation, unless it says otherwise.'),
        changed,
        vpc_id: fixed(ofMember('EndpointService', 'vpc_id')),
        server_type: fixed(ofDocument('ServerType')),
        name: described(
          { ...ofDocument('ServiceName'), default: '' },
          'The name that its owner gave it, empty when there is none. Region and ID are not part of it.',
        ),
        port_id: ofMember('EndpointService', 'port_id'),
        vip_port_id: ofMember('EndpointService', 'vip_port_id'),
        ip: ofMember('EndpointService', 'ip'),
        ip_version: ofMember('EndpointService', 'ip_version'),
        snat_network_id: fixed(ofMember('EndpointService', 'snat_network_id')),
        pool_id: fixed(ofMember('CreateEndpointServiceRequest', 'pool_id')),
        enable_policy: ofMember('CreateEndpointServiceRequest', 'enable_policy'),
        supported_editions: described(
          { ...list(text), default: ['basic'] },
          'The editions of endpoints that may connect to it.',
        ),
        enable_multi_server: described(
          { ...flag, default: false },
          'Whether it may have several backends, which no call shows.',
        ),
        server_resources: described(emptyList(ofDocument('ServerResource')), 'Further backends, which no call shows.'),
        approval_enabled: ofMember('CreateEndpointServiceRequest', 'approval_enabled'),
        ports: list(ofDocument('PortMapping')),
        tcp_proxy: ofMember('CreateEndpointServiceRequest', 'tcp_proxy'),
        tags: emptyList(shape('Tag')),
        description: { ...ofDocument('Description'), default: '' },
        status: ofDocument('EndpointServiceStatus'),
        error: list(shape('Failure')),
        permissions: described(emptyList(ofDocument('Permission')), 'Records of the whitelist, the oldest first.'),
        pending: shape('PendingService'),
        unknown_fields: unknownFields,
      },
      ['id', 'project_id', 'created_at', 'vpc_id', 'server_type', 'port_id', 'ports', 'status'],
    ),
    'An endpoint service in a state.',
  ),

  StateOfEndpoint: described(
    object(
      {
        id: fixed(id),
        project_id: fixed(ofMember('Endpoint', 'project_id')),
        created_at: fixed(time),
        updated_at: described(time, 'When it was changed last; its creation, unless it says otherwise.'),
        changed,
        vpc_id: fixed(ofMember('Endpoint', 'vpc_id')),
        subnet_id: fixed(ofMember('CreateEndpointRequest', 'subnet_id')),
        endpoint_service_id: fixed(ofMember('Endpoint', 'endpoint_service_id')),
        endpoint_service_name: described(
          ofMember('Endpoint', 'endpoint_service_name'),
          'Full name of the service, as it was when the service went; one that is there is asked for its name.',
        ),
        service_type: fixed(ofDocument('EndpointServiceType')),
        // The document allows more than JavaScript can count.
        marker_id: fixed({ ...ofDocument('MarkerId'), maximum: Number.MAX_SAFE_INTEGER }),
        address: described(
          fixed({ type: 'string', format: 'ipv4' }),
          'Its private address; endpoints of gateway services have none.',
        ),
        enable_dns: fixed(ofMember('CreateEndpointRequest', 'enable_dns')),
        status: ofDocument('ConnectionStatus'),
        error: list(shape('Failure')),
        connected: described(flag, 'Whether it has ever been connected: from then on its address shows.'),
        tags: emptyList(shape('Tag')),
        description: { ...ofDocument('Description'), default: '' },
        whitelist: ofMember('CreateEndpointRequest', 'whitelist'),
        enable_whitelist: ofMember('CreateEndpointRequest', 'enable_whitelist'),
        routetables: emptyList(ofDocument('RouteTableId')),
        policy_statement: emptyList(ofDocument('PolicyStatement')),
        policy_document: ofMember('Endpoint', 'policy_document'),
        ip_version: fixed(ofMember('Endpoint', 'ip_version')),
        ipv6_address: described(
          fixed({ type: 'string', format: 'ipv6' }),
          'Its address for IPv6; only endpoints that are reached by IPv6, too, have one.',
        ),
        connection_description: described(
          ofDocument('Description'),
          'What the owner of the service noted about the connection.',
        ),
        pending: shape('PendingEndpoint'),
        unknown_fields: unknownFields,
      },
      ['id', 'project_id', 'created_at', 'vpc_id', 'endpoint_service_id', 'service_type', 'marker_id', 'status'],
    ),
    'An endpoint in a state.',
  ),

  MockState: described(
    object(
      {
        now: described({ type: 'string', ...satisfying('exactTime') }, 'The time that the clock is set to.'),
        accounts: described(
          {
            type: 'object',
            propertyNames: { maxLength: 64 },
            additionalProperties: { type: 'string', pattern: '^[A-Za-z0-9]{1,64}$' },
          },
          'Accounts of projects that are not accounts of their own, by project ID.',
        ),
        organizations: described(
          { type: 'object', propertyNames: { maxLength: 64 }, additionalProperties: { ...text, minLength: 1 } },
          'Paths of accounts that are in an organization, such as `o-1/r-2/ou-3/`, by account ID.',
        ),
        quotas: described(
          ofKinds(quota),
          'How many resources of each kind a project may have. What is left out is as it was at the start.',
        ),
        transitions: described(
          object(Object.fromEntries(stages.map((stage) => [stage, satisfying('transition')]))),
          'How each stage proceeds. What is left out is as it was at the start.',
        ),
        counters: described(
          object({ ids: count, markers: count }, ['ids', 'markers']),
          'How many IDs and markers were given out, so that new ones differ.',
        ),
        services: described(
          list(shape('StateOfService')),
          'Endpoint services; of two that were created in the same second, the older one comes first.',
        ),
        endpoints: described(
          list(shape('StateOfEndpoint')),
          'Endpoints; of two that were created in the same second, the older one comes first.',
        ),
      },
      ['services', 'endpoints'],
    ),
    'Everything that the mock remembers, as plain data.',
  ),
} satisfies Record<string, JsonSchema>;

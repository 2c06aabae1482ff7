import type { MockState } from '../store/state.js';
import { ControlError, createCheck, satisfying, ofDocument } from '../value-check.js';

const text = { type: 'string' };
const id = { type: 'string', minLength: 1, maxLength: 64 };
const uuid = { type: 'string', format: 'uuid' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const time = satisfying('time');
const list = (items: object) => ({ type: 'array', items });
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const ofKinds = (value: object) => object({ endpoint_service: value, endpoint: value });

const failures = list(object({ error_code: text, error_message: text }, ['error_code', 'error_message']));
const pending = (status: string) =>
  object(
    {
      to: { anyOf: [ofDocument(status), { const: 'gone' }] },
      at: { type: 'number' },
      polls: count,
      error: failures,
    },
    ['to'],
  );
const tag = { allOf: [ofDocument('ResourceTag'), object({ key: text, value: text }, ['key', 'value'])] };

const service = object(
  {
    id,
    project_id: id,
    created_at: time,
    updated_at: time,
    changed: count,
    vpc_id: id,
    server_type: ofDocument('ServerType'),
    name: ofDocument('ServiceName'),
    port_id: uuid,
    vip_port_id: id,
    approval_enabled: flag,
    ports: list(ofDocument('PortMapping')),
    tcp_proxy: ofDocument('TcpProxy'),
    tags: list(tag),
    description: ofDocument('Description'),
    status: ofDocument('EndpointServiceStatus'),
    error: failures,
    permissions: list(ofDocument('Permission')),
    pending: pending('EndpointServiceStatus'),
  },
  ['id', 'project_id', 'created_at', 'vpc_id', 'server_type', 'port_id', 'ports', 'status'],
);

const endpoint = object(
  {
    id,
    project_id: id,
    created_at: time,
    updated_at: time,
    changed: count,
    vpc_id: id,
    subnet_id: uuid,
    endpoint_service_id: id,
    endpoint_service_name: { type: 'string', minLength: 1 },
    service_type: { enum: ['interface', 'gateway'] },
    marker_id: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    address: { type: 'string', format: 'ipv4' },
    enable_dns: flag,
    status: ofDocument('ConnectionStatus'),
    error: failures,
    connected: flag,
    tags: list(tag),
    description: ofDocument('Description'),
    whitelist: list(ofDocument('WhitelistAddress')),
    enable_whitelist: flag,
    routetables: list(id),
    policy_statement: list(ofDocument('PolicyStatement')),
    connection_description: ofDocument('Description'),
    pending: pending('ConnectionStatus'),
  },
  ['id', 'project_id', 'created_at', 'vpc_id', 'endpoint_service_id', 'service_type', 'marker_id', 'status'],
);

const checkFields = createCheck<MockState>(
  object(
    {
      now: time,
      accounts: { type: 'object', additionalProperties: { type: 'string', pattern: '^[A-Za-z0-9]{1,64}$' } },
      quotas: ofKinds(count),
      transitions: ofKinds(satisfying('transition')),
      counters: object({ ids: count, markers: count }, ['ids', 'markers']),
      services: list(service),
      endpoints: list(endpoint),
    },
    ['services', 'endpoints'],
  ),
);

/**
 * Checks a state before it is loaded.
 *
 * @throws ControlError when it is not valid.
 */
export function checkState(value: unknown): MockState {
  const state = checkFields(value);
  const seen = new Set<string>();
  for (const kind of ['services', 'endpoints'] as const) {
    for (const [index, { id: own }] of state[kind].entries()) {
      if (seen.has(own)) throw new ControlError(`body.${kind}[${index}].id ${own} is there twice; give each its own.`);
      seen.add(own);
    }
  }
  return state;
}

import { seedRequest } from './seed.js';

/** A request that breaks one rule: the rule, the field that the answer must name, the body, and the code if the rule has one. */
export type BrokenRequest = [rule: string, field: string, body: unknown, code?: string];

const { port_id, vpc_id, server_type, ports, ...optional } = seedRequest;

const change = (fields: object) => ({ ...seedRequest, ...fields });
const port = (fields: object) =>
  change({ ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP', ...fields }] });
const tag = (fields: object) => change({ tags: [{ key: 'environment', value: 'production', ...fields }] });
const many = (count: number, item: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => item(index));

/** One request for each rule of tables 1 to 4. */
export const brokenRequests: BrokenRequest[] = [
  // A mandatory field is missing.
  ['port_id is missing', 'body.port_id', { ...optional, vpc_id, server_type, ports }],
  ['vpc_id is missing', 'body.vpc_id', { ...optional, port_id, server_type, ports }],
  ['server_type is missing', 'body.server_type', { ...optional, port_id, vpc_id, ports }],
  ['ports is missing', 'body.ports', { ...optional, port_id, vpc_id, server_type }],

  // A field has the wrong type.
  ['the body is a list', 'body', [seedRequest]],
  ['the body is a text', 'body', 'port_id'],
  ['the body is null', 'body', null],
  ['port_id is a number', 'body.port_id', change({ port_id: 4189 })],
  ['port_id is null', 'body.port_id', change({ port_id: null })],
  ['vip_port_id is a number', 'body.vip_port_id', change({ vip_port_id: 1 })],
  ['vpc_id is an object', 'body.vpc_id', change({ vpc_id: {} })],
  ['approval_enabled is a text', 'body.approval_enabled', change({ approval_enabled: 'false' })],
  ['approval_enabled is a number', 'body.approval_enabled', change({ approval_enabled: 0 })],
  ['service_type is a boolean', 'body.service_type', change({ service_type: true })],
  ['server_type is a list', 'body.server_type', change({ server_type: ['VM'] })],
  ['ports is an object', 'body.ports', change({ ports: { client_port: 8080 } })],
  ['a mapping is a number', 'body.ports[0]', change({ ports: [8080] })],
  ['client_port is a text', 'body.ports[0].client_port', port({ client_port: '8080' })],
  ['client_port is a fraction', 'body.ports[0].client_port', port({ client_port: 80.5 })],
  ['server_port is a text', 'body.ports[0].server_port', port({ server_port: '80' })],
  ['server_port is null', 'body.ports[0].server_port', port({ server_port: null })],
  ['protocol is a number', 'body.ports[0].protocol', port({ protocol: 6 })],
  ['tcp_proxy is a boolean', 'body.tcp_proxy', change({ tcp_proxy: true })],
  ['tags is an object', 'body.tags', change({ tags: { key: 'a' } })],
  ['a tag is a text', 'body.tags[0]', change({ tags: ['a'] })],
  ['key is a number', 'body.tags[0].key', tag({ key: 1 })],
  ['value is a boolean', 'body.tags[0].value', tag({ value: true })],

  // A value is not one of those allowed.
  ['port_id is no UUID', 'body.port_id', change({ port_id: '4189d3c2' })],
  ['service_type gateway cannot be created', 'body.service_type', change({ service_type: 'gateway' })],
  ['server_type is unknown', 'body.server_type', change({ server_type: 'XX' })],
  ['server_type is in lower case', 'body.server_type', change({ server_type: 'vm' })],
  ['protocol is unknown', 'body.ports[0].protocol', port({ protocol: 'ICMP' })],
  ['protocol is in lower case', 'body.ports[0].protocol', port({ protocol: 'tcp' })],
  ['tcp_proxy is unknown', 'body.tcp_proxy', change({ tcp_proxy: 'toa' })],

  // A number is out of range.
  ['client_port is below 1', 'body.ports[0].client_port', port({ client_port: 0 })],
  ['client_port is above 65535', 'body.ports[0].client_port', port({ client_port: 65536 })],
  ['server_port is below 1', 'body.ports[0].server_port', port({ server_port: -1 })],
  ['server_port is above 65535', 'body.ports[0].server_port', port({ server_port: 70000 })],

  // A text is too long or has forbidden characters.
  ['key has 37 characters', 'body.tags[0].key', tag({ key: 'k'.repeat(37) })],
  ['key has 37 characters outside the basic plane', 'body.tags[0].key', tag({ key: '😀'.repeat(37) })],
  ['value has 44 characters', 'body.tags[0].value', tag({ value: 'v'.repeat(44) })],
  ...['=', '*', '<', '>', '\\', ',', '|', '/'].flatMap((character): BrokenRequest[] => [
    [`key contains ${character}`, 'body.tags[0].key', tag({ key: `a${character}b` })],
    [`value contains ${character}`, 'body.tags[0].value', tag({ value: `a${character}b` })],
  ]),
  ['key begins with a space', 'body.tags[0].key', tag({ key: ' a' })],
  ['key ends with a space', 'body.tags[0].key', tag({ key: 'a ' })],
  ['value begins with a space', 'body.tags[0].value', tag({ value: ' a' })],
  ['value ends with a space', 'body.tags[0].value', tag({ value: 'a ' })],
  ['key contains a control character', 'body.tags[0].key', tag({ key: 'a\tb' })],

  // There are too many items, or two that are equal.
  [
    'there are 201 mappings',
    'body.ports',
    change({ ports: many(201, (index) => ({ client_port: index + 1, server_port: 80 })) }),
  ],
  ['there are 11 tags', 'body.tags', change({ tags: many(11, (index) => ({ key: `key-${index}`, value: '' })) })],
  ['a mapping is repeated', 'body.ports[2]', change({ ports: [ports[0], ports[1], ports[0]] }), 'EndPoint.3004'],
  ['a tag is repeated', 'body.tags[1]', change({ tags: many(2, () => ({ key: 'a', value: 'b' })) }), 'EndPoint.3067'],

  // Something is empty.
  ['port_id is empty', 'body.port_id', change({ port_id: '' })],
  ['vip_port_id is empty', 'body.vip_port_id', change({ vip_port_id: '' })],
  ['vpc_id is empty', 'body.vpc_id', change({ vpc_id: '' })],
  ['ports is empty', 'body.ports', change({ ports: [] })],
  ['key is empty', 'body.tags[0].key', tag({ key: '' })],

  // A field is not known.
  ['a misspelt field', 'body.approval_enable', change({ approval_enable: false })],
];

/** Requests at the very edge of the rules, which are all fine. */
export const allowedRequests: [what: string, body: unknown][] = [
  ['only the mandatory fields', { port_id, vpc_id, server_type, ports: [{ client_port: 1, server_port: 65535 }] }],
  ['a mapping without members, all of which are optional', change({ ports: [{}] })],
  ['200 mappings', change({ ports: many(200, (index) => ({ client_port: index + 1, server_port: 80 })) })],
  ['10 tags', change({ tags: many(10, (index) => ({ key: `key-${index}`, value: '' })) })],
  ['no tags', change({ tags: [] })],
  ['a tag of 36 and 43 characters', tag({ key: '键'.repeat(36), value: '😀'.repeat(43) })],
  ['a tag with blanks inside and other signs', tag({ key: 'a b', value: '-_@.:+#"\'' })],
  [
    'UDP, Proxy Protocol and a virtual IP',
    { ...port({ protocol: 'UDP' }), tcp_proxy: 'proxy_open', server_type: 'VIP', vip_port_id: port_id },
  ],
];

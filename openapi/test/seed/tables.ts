import type { Schema } from '../../src/reader.js';

/**
 * Tables 1 to 7 of Huawei Cloud's page "create endpoint service", transcribed row by row from that page.
 *
 * `required` is the column "mandatory"; the tables of answers (5, 6 and 7) have no such column. `says` holds what the
 * row's text tells that a schema cannot.
 */
export interface Row extends Pick<
  Schema,
  'enum' | 'default' | 'minimum' | 'maximum' | 'maxLength' | 'maxItems' | 'format'
> {
  name: string;
  type: 'string' | 'boolean' | 'integer' | 'array';
  required?: boolean;
  says?: RegExp[];
}

const approval = [/false.*no approval.*accepted/, /true.*pendingAcceptance.*owner/];
const proxy = [
  /tcp option.*toa/i,
  /tcp payload.*proxy protocol/i,
  /source ip/i,
  /source port/i,
  /marker_id/,
  /backend can read/,
];
const proxyValues = ['close', 'toa_open', 'proxy_open', 'open'];
const tagKey: Row = { name: 'key', type: 'string', maxLength: 36, says: [/not be empty/] };
const tagValue: Row = { name: 'value', type: 'string', maxLength: 43, says: [/empty string/] };
const clientPort: Row = { name: 'client_port', type: 'integer', minimum: 1, maximum: 65535, says: [/endpoint/] };
const serverPort: Row = { name: 'server_port', type: 'integer', minimum: 1, maximum: 65535, says: [/backend/] };
const protocol: Row = { name: 'protocol', type: 'string', enum: ['TCP', 'UDP'], default: 'TCP' };
const uniqueMappings = [/may not be equal|never equal/, /share.*port_id.*server_port.*protocol.*once/];
const backends = [
  /LB.*load balancer.*private IP/,
  /VM.*network interface.*server/,
  /VIP.*network interface.*physical server/,
];

/** Table 1: the parameters of the URI. */
export const table1: Row[] = [{ name: 'project_id', type: 'string', required: true, says: [/project/] }];

/** Table 2: the fields of the request. */
export const table2: Row[] = [
  {
    name: 'port_id',
    type: 'string',
    required: true,
    format: 'uuid',
    says: [...backends, /subnets.*routes.*198\.19\.128\.0\/20/],
  },
  { name: 'vip_port_id', type: 'string', required: false, says: [/network interface.*virtual IP/] },
  { name: 'vpc_id', type: 'string', required: true, says: [/VPC.*backend/] },
  { name: 'approval_enabled', type: 'boolean', required: false, default: true, says: approval },
  {
    name: 'service_type',
    type: 'string',
    required: false,
    enum: ['interface'],
    says: [/interface/, /gateway.*Huawei Cloud/],
  },
  {
    name: 'server_type',
    type: 'string',
    required: true,
    enum: ['VM', 'VIP', 'LB'],
    says: [/cloud server/, /virtual IP.*physical/, /load balancer.*heavy traffic.*reliability/],
  },
  { name: 'ports', type: 'array', required: true, maxItems: 200, says: uniqueMappings },
  { name: 'tcp_proxy', type: 'string', required: false, enum: proxyValues, default: 'close', says: proxy },
  { name: 'tags', type: 'array', required: false, maxItems: 10 },
];

/** Table 3: a port mapping of the request. */
export const table3: Row[] = [clientPort, serverPort, protocol].map((row) => ({ ...row, required: false }));

/** Table 4: a tag of the request. */
export const table4: Row[] = [tagKey, tagValue].map((row) => ({ ...row, required: false }));

/** Table 5: the fields of the answer. */
export const table5: Row[] = [
  { name: 'id', type: 'string', says: [/unique/] },
  { name: 'port_id', type: 'string', format: 'uuid', says: backends },
  { name: 'vip_port_id', type: 'string', says: [/virtual IP.*only when.*VIP/] },
  { name: 'service_name', type: 'string', says: [/name/] },
  { name: 'service_type', type: 'string', says: [/gateway.*Huawei Cloud/, /interface.*Huawei Cloud.*private service/] },
  { name: 'server_type', type: 'string', enum: ['VM', 'VIP', 'LB'] },
  { name: 'vpc_id', type: 'string', says: [/VPC.*backend/] },
  { name: 'approval_enabled', type: 'boolean', says: approval },
  { name: 'status', type: 'string', enum: ['creating', 'available', 'failed'] },
  { name: 'created_at', type: 'string', says: [/created.*UTC.*YYYY-MM-DDTHH:MM:SSZ/] },
  { name: 'updated_at', type: 'string', says: [/changed.*UTC.*YYYY-MM-DDTHH:MM:SSZ/] },
  { name: 'project_id', type: 'string', says: [/project/] },
  { name: 'cidr_type', type: 'string', enum: ['public', 'internal'], default: 'internal' },
  { name: 'ports', type: 'array', says: uniqueMappings },
  { name: 'tcp_proxy', type: 'string', enum: proxyValues, default: 'close', says: proxy },
  { name: 'tags', type: 'array' },
];

/** Table 6: a port mapping of the answer. */
export const table6: Row[] = [clientPort, serverPort, protocol];

/** Table 7: a tag of the answer. */
export const table7: Row[] = [tagKey, tagValue];

/** Tables 4 and 7: neither key nor value may contain one of these, or begin or end with a space. */
export const forbiddenInTags = ['=', '*', '<', '>', '\\', ',', '|', '/'];

/** Table 5: the types of a service as the page spells them. The misspelling stands in the table, not in the samples. */
export const serviceTypes = ['gataway', 'interface'];

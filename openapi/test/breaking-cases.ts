import type { Method, OperationExtensions, Schema } from '../src/reader.js';
import { createPath, detailsPath } from './document.js';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description: string;
  example: unknown;
  schema: Schema;
}
interface Body {
  required: boolean;
  content: { 'application/json': { schema: Schema } };
}
interface Operation extends OperationExtensions {
  operationId: string;
  summary: string;
  description: string;
  requestBody?: Body;
  responses: Record<string, { description: string; content?: Body['content'] }>;
  parameters?: Parameter[];
}

/** The document as far as the edits go, which take for granted what stands where they are. */
export interface Document {
  servers: { url: string; variables?: Record<string, { default: string; enum: string[] }> }[];
  paths: Record<string, { parameters?: Parameter[] } & Partial<Record<Method, Operation>>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    securitySchemes: Record<string, { in: string; name: string }>;
  };
}

/** A change of the document, where the check says something about it, and what it says. */
export type Case = [name: string, place: string | string[], says: RegExp, edit: (document: Document) => void];

/** What an edit is about; when it is no longer there, the case has to be written anew. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the document no longer has what the case changes');
  return value;
}
const endpointsPath = '/v1/{project_id}/vpc-endpoints';
const endpointPath = '/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}';
const describePath = '/v1/{project_id}/vpc-endpoint-services/describe';
const quotasPath = '/v1/{project_id}/quotas';
const schema = (document: Document, name: string) => found(document.components.schemas[name]);
const property = (document: Document, of: string, name: string) => found(schema(document, of).properties?.[name]);
const parameter = (document: Document, name: string) => found(document.components.parameters[name]);
const create = (document: Document): Operation => found(document.paths[createPath]?.post);
const list = (document: Document): Operation => found(document.paths[createPath]?.get);
const replaceAll = (document: Document, text: RegExp, by: string): Document =>
  Object.assign(document, JSON.parse(JSON.stringify(document).replaceAll(text, by)) as Document);
const without = <T>(list: T[] | undefined, item: T) => found(list).filter((other) => other !== item);

// What several calls share is spoken of where the first of them has it.
const created = `#/paths/${createPath}/post`;
const listed = `#/paths/${createPath}/get`;
const searched = '#/paths//v1/{project_id}/{resource_type}/resource_instances/action/post';
const body = '/requestBody/content/application/json/schema';
const answer = '/responses/200/content/application/json/schema';
const searchRequest = '#/components/schemas/ListResourceInstancesRequest';
const portMapping = `${listed}${answer}/properties/endpoint_services/items/properties/ports/items`;
const quota = `#/paths/${quotasPath}/get${answer}/properties/quotas/properties/resources/items`;
const version = `#/paths///get${answer}/properties/versions/items`;

export const operations: Case[] = [
  ['an operation is removed', `#/paths/${detailsPath}/delete`, /removed/, (d) => delete d.paths[detailsPath]?.delete],
  ['a path is removed', `#/paths/${quotasPath}`, /removed/, (d) => Reflect.deleteProperty(d.paths, quotasPath)],
  ['an operation is renamed', created, /createService/, (d) => (create(d).operationId = 'createService')],
  ['a server is removed', '#/servers/2', /127\.0\.0\.1/, (d) => d.servers.pop()],
  [
    'a region is removed',
    '#/servers/0/variables/region',
    /values were removed/,
    (d) => found(d.servers[0]?.variables?.['region']).enum.pop(),
  ],
  [
    'a schema is renamed',
    '#/components/schemas/VersionLinks',
    /"VersionLink" was renamed to "VersionLinks"/,
    (d) => replaceAll(d, /(?<=schemas\/|")VersionLink(?=")/g, 'VersionLinks'),
  ],
  // Redocly takes a name for a new one of the same schema only when the two are alike.
  [
    'a schema has quite another name',
    '#/components/schemas/ResourceMatch',
    /schema was removed/,
    (d) => replaceAll(d, /(?<=schemas\/|")ResourceMatch(?=")/g, 'Allowance'),
  ],
  [
    'the header of the token is renamed',
    '#/components/securitySchemes/token',
    /X-Token/,
    (d) => (found(d.components.securitySchemes['token']).name = 'X-Token'),
  ],
];

export const requests: Case[] = [
  [
    'a required field is added',
    `${created}${body}`,
    /became required: `region`/,
    (d) => {
      found(schema(d, 'CreateEndpointServiceRequest').properties)['region'] = { type: 'string' };
      schema(d, 'CreateEndpointServiceRequest').required?.push('region');
    },
  ],
  [
    'a field becomes required',
    `#/paths/${endpointsPath}/post${body}`,
    /became required: `description`/,
    (d) => schema(d, 'CreateEndpointRequest').required?.push('description'),
  ],
  [
    'a field of a closed request is removed',
    `${created}${body}/properties/description`,
    /`description`.* was removed/,
    (d) => delete schema(d, 'CreateEndpointServiceRequest').properties?.['description'],
  ],
  [
    'a request is closed',
    portMapping,
    /additionalProperties/,
    (d) => (schema(d, 'PortMapping').additionalProperties = false),
  ],
  [
    'a value is removed',
    `${searched}${body}/properties/action`,
    /count/,
    (d) => property(d, 'ListResourceInstancesRequest', 'action').enum?.pop(),
  ],
  [
    'maxItems is lowered',
    `${created}${body}/properties/ports/$ref`,
    /maxItems/,
    (d) => (schema(d, 'PortMappings').maxItems = 50),
  ],
  [
    'maximum is lowered',
    `${portMapping}/properties/client_port`,
    /Upper bound/,
    (d) => (property(d, 'PortMapping', 'client_port').maximum = 1000),
  ],
  [
    'a pattern is added',
    `${created}${body}/properties/vpc_id`,
    /pattern/,
    (d) => (property(d, 'CreateEndpointServiceRequest', 'vpc_id').pattern = '^v'),
  ],
  [
    'the type changes',
    `${created}${body}/properties/approval_enabled`,
    /boolean/,
    (d) => (property(d, 'CreateEndpointServiceRequest', 'approval_enabled').type = 'string'),
  ],
  [
    'a default changes',
    `${searchRequest}/properties/without_any_tag`,
    /default changed from false to true/,
    (d) => (property(d, 'ListResourceInstancesRequest', 'without_any_tag').default = true),
  ],
  [
    'a rule is added',
    '#/components/schemas/UpdateEndpointRoutetableRequest',
    /rule \{ uniqueBy: \[\], code: EndPoint.1019 \} was added, at routetables/,
    (d) =>
      (schema(d, 'UpdateEndpointRoutetableRequest')['x-rules'] = [
        { uniqueBy: [], at: ['routetables'], code: 'EndPoint.1019' },
      ]),
  ],
  [
    'a required body is added',
    `#/paths/${endpointPath}/delete/requestBody`,
    /required request body/,
    (d) => (found(d.paths[endpointPath]?.delete).requestBody = found(create(d).requestBody)),
  ],
  [
    'a path parameter is renamed',
    `#/paths/${createPath}/{service_id}/parameters/1`,
    /"vpc_endpoint_service_id" was renamed to "service_id"/,
    (d) => replaceAll(d, /vpc_endpoint_service_id/g, 'service_id'),
  ],
  [
    'a query parameter becomes required',
    `#/paths/${endpointsPath}/get/parameters/1`,
    /required/,
    (d) => (parameter(d, 'FilterByVpcId').required = true),
  ],
  ['a query parameter is removed', `${listed}/parameters/0`, /removed/, (d) => list(d).parameters?.shift()],
  [
    'a query parameter is renamed',
    `#/paths/${describePath}/get/parameters/1`,
    /renamed to `service`/,
    (d) => (parameter(d, 'DescribedEndpointServiceId').name = 'service'),
  ],
];

export const answers: Case[] = [
  [
    'a field is removed',
    `#/paths/${detailsPath}/get${answer}/properties/updated_at`,
    /`updated_at`.* was removed/,
    (d) => delete schema(d, 'EndpointService').properties?.['updated_at'],
  ],
  [
    'a field need no longer be there',
    quota,
    /no longer required: `used`/,
    (d) => (schema(d, 'Quota').required = without(schema(d, 'Quota').required, 'used')),
  ],
  // Code that lists every value of an answer does not know the new one.
  [
    'a value is added',
    `${version}/properties/status`,
    /FROZEN/,
    (d) => property(d, 'Version', 'status').enum?.push('FROZEN'),
  ],
  [
    'a value is added to what is both sent and answered',
    `${portMapping}/properties/protocol/$ref`,
    /ICMP/,
    (d) => schema(d, 'Protocol').enum?.push('ICMP'),
  ],
  [
    'a value is removed from what is both',
    `${listed}/parameters/2/schema/$ref`,
    /deleting/,
    (d) => schema(d, 'EndpointServiceStatus').enum?.pop(),
  ],
  ['a limit is removed', `${quota}/properties/used`, /Lower bound/, (d) => delete property(d, 'Quota', 'used').minimum],
  ['the type changes', `${quota}/properties/quota`, /integer/, (d) => (property(d, 'Quota', 'quota').type = 'string')],
  [
    'the success status is removed',
    `${created}/responses/200`,
    /`200` was removed/,
    (d) => delete create(d).responses['200'],
  ],
  [
    'a success status is added beside the others',
    `#/paths/${quotasPath}/get/responses/202`,
    /success status was added/,
    (d) => Object.assign(found(d.paths[quotasPath]?.get).responses, { '202': { description: 'It was accepted.' } }),
  ],
  [
    'an error code is removed',
    `#/paths/${quotasPath}/get`,
    /error codes were removed: EndPoint\.\d+\. \(listQuotaDetails\)/,
    (d) => d.paths[quotasPath]?.get?.['x-error-codes']?.pop(),
  ],
  [
    'a state becomes final',
    '#/components/schemas/EndpointServiceStatus',
    /available is now final/,
    (d) => schema(d, 'EndpointServiceStatus')['x-lifecycle']?.final.push('available'),
  ],
  [
    'the body is removed',
    `#/paths/${endpointsPath}/post/responses/200/content`,
    /removed/,
    (d) => delete d.paths[endpointsPath]?.post?.responses['200']?.content,
  ],
];

const nothing = /^$/;

export const harmless: Case[] = [
  [
    'an operation is added',
    `#/paths/${quotasPath}/post`,
    nothing,
    (d) => (found(d.paths[quotasPath]).post = { ...create(d), operationId: 'another' }),
  ],
  [
    'an optional request field is added',
    `${created}${body}/properties/region`,
    nothing,
    (d) => (found(schema(d, 'CreateEndpointServiceRequest').properties)['region'] = { type: 'string' }),
  ],
  [
    'a request field need no longer be sent',
    `${created}${body}`,
    nothing,
    (d) => schema(d, 'CreateEndpointServiceRequest').required?.pop(),
  ],
  [
    'a request value is added',
    `${searched}${body}/properties/action`,
    nothing,
    (d) => property(d, 'ListResourceInstancesRequest', 'action').enum?.push('list'),
  ],
  [
    'a limit of requests is raised',
    `${created}${body}/properties/ports/$ref`,
    nothing,
    (d) => (schema(d, 'PortMappings').maxItems = 500),
  ],
  [
    'a limit of a parameter is raised',
    `${listed}/parameters/6/schema`,
    nothing,
    (d) => (found(parameter(d, 'Limit').schema).maximum = 5000),
  ],
  // The same limits break callers when they are removed.
  [
    'a limit of results is tightened',
    `${quota}/properties/used`,
    nothing,
    (d) => (property(d, 'Quota', 'used').minimum = 5),
  ],
  [
    'a limit of results is set',
    `${listed}${answer}/properties/endpoint_services`,
    nothing,
    (d) => (property(d, 'EndpointServiceList', 'endpoint_services').maxItems = 5),
  ],
  [
    'a failure is answered with another status',
    `${created}/responses/422`,
    nothing,
    (d) => (create(d).responses['422'] = found(create(d).responses['400'])),
  ],
  ['an error code is added', created, nothing, (d) => create(d)['x-error-codes']?.push('EndPoint.9999')],
  [
    'an answered field is added',
    `${quota}/properties/free`,
    nothing,
    (d) => (found(schema(d, 'Quota').properties)['free'] = { type: 'integer' }),
  ],
  [
    'an answered field is always there',
    `#/paths/${detailsPath}/get${answer}`,
    nothing,
    (d) => schema(d, 'EndpointService').required?.push('updated_at'),
  ],
  [
    'an answered value is removed',
    `${version}/properties/status`,
    nothing,
    (d) => property(d, 'Version', 'status').enum?.pop(),
  ],
  ['the description of a call changes', created, nothing, (d) => (create(d).description = 'Another description.')],
  [
    'the description of a field changes',
    `${quota}/properties/used`,
    nothing,
    (d) => (property(d, 'Quota', 'used').description = 'Another description.'),
  ],
  [
    'the examples of a schema change',
    `${version}/properties/updated/$ref`,
    nothing,
    (d) => (schema(d, 'Timestamp').examples = ['2024-01-01T00:00:00Z']),
  ],
  [
    'the example of a parameter changes',
    `${listed}/parameters/6`,
    nothing,
    (d) => (parameter(d, 'Limit').example = 20),
  ],
];

/** Breaking, and not seen. When one of these fails, the check has got better: move the case, and mend the README. */
export const unseen: Case[] = [
  ['a rule is added in words', listed, nothing, (d) => (list(d).description += ' A name is now required.')],
];

/** Harmless, and reported all the same. */
export const falseAlarms: Case[] = [
  [
    'a pattern is written in another way',
    `${searched}${body}/properties/offset`,
    /pattern/,
    (d) => (property(d, 'ListResourceInstancesRequest', 'offset').pattern = '^\\d{1,10}$'),
  ],
  [
    'a rule takes the place of a keyword of JSON Schema',
    '#/components/schemas/UpdateEndpointRoutetableRequest',
    /rule \{ requires/,
    (d) => {
      const request = schema(d, 'UpdateEndpointRoutetableRequest');
      const required = found(request.required);
      delete request.required;
      request['x-rules'] = [{ requires: required, code: 'EndPoint.0002' }];
    },
  ],
  [
    'the fields of a schema are put into the parts of an allOf',
    [`${created}${answer}`, `${created}${answer}/properties`],
    /Properties of `CreatedEndpointService/,
    (d) => {
      const { required, properties } = schema(d, 'CreatedEndpointService');
      d.components.schemas['CreatedEndpointService'] = {
        type: 'object',
        allOf: [{ ...(required && { required }) }, { ...(properties && { properties }) }],
      };
    },
  ],
];

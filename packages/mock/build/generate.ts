import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { documentHash } from '@vpcep/openapi';
import { document, documentsAsOf, errors, isOfGateway, laterStates, latestDocument } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { referencePage } from '@vpcep/openapi/tsdoc';
import openapiTS, { astToString } from 'openapi-typescript';
import { stateShapes } from '../src/store/state-schema.js';
import { formatsModule } from './formats.js';
import { pageModules } from './generated-validators.js';
import { cloudHosts } from './cloud-hosts.js';
import { openPolicies } from './open-policies.js';
import { requestDefaults } from './request-defaults.js';
import { stateTypes } from './state-types.js';
import { vocabulary } from './vocabulary.js';

// To resolve the document's references takes longer than all else at the start of the mock, so it is done here.
const require = createRequire(import.meta.url);
const operations = await getHttpOperationsFromSpec(require.resolve('@vpcep/openapi/openapi.json'));
/** What a later state has otherwise, by the state. */
const laterOperations = await Promise.all(
  laterStates.map(async (state) => {
    const known = new Set(operations.map((operation) => JSON.stringify(operation)));
    const later = await getHttpOperationsFromSpec(require.resolve(`@vpcep/openapi/openapi.${state}.json`));
    return [state, later.filter((operation) => !known.has(JSON.stringify(operation)))] as const;
  }),
);
/** A value as the literal of a text in JSON, which is read sooner than an object, and only when it is needed. */
const json = (value: unknown) => JSON.stringify(JSON.stringify(value));
const catalogue = Object.fromEntries(errors.map(({ code, status, message }) => [code, { status, message }]));
const codesOfKinds = (codes: typeof errors) =>
  Object.fromEntries(codes.flatMap(({ code, kind }) => (kind === undefined ? [] : [[kind, code]])));
const codeOfKind = codesOfKinds(errors.filter((error) => !isOfGateway(error)));
const ofGateway = errors.filter(isOfGateway);
const gatewayCodeOfKind = codesOfKinds(ofGateway);

/** The code of the gateway for a status: the first that has it, and rather one that programs depend on. */
const gatewayCodes = Object.fromEntries(
  [...ofGateway.filter(({ kind }) => kind !== undefined), ...ofGateway.filter(({ kind }) => kind === undefined)]
    .reverse()
    .flatMap(({ code, status, otherStatuses = [] }) => [status, ...otherStatuses].map((one) => [one, code])),
);

/** What the schemas of statuses say of the states that pass by themselves, and those that end every wait. */
const lifecycles = Object.fromEntries(
  Object.entries(document.components.schemas).flatMap(([name, { 'x-lifecycle': lifecycle }]) =>
    lifecycle === undefined ? [] : [[name, lifecycle]],
  ),
);

/** The parameters of the query that have a default, by the operation. */
const filledQueries = operationsOf(document).map(({ operationId, parameters }) => {
  const names = parameters.filter((parameter) => parameter.in === 'query' && parameter.schema.default !== undefined);
  return `  ${operationId}: ${names.map(({ name }) => `'${name}'`).join(' | ') || 'never'};\n`;
});

const page = pageModules(
  { operations, later: laterOperations },
  {
    tables: document,
    later: laterStates.map((state) => [state, documentsAsOf[state].en]),
  },
);

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n\n';
const files = {
  'document.ts': `import type { IHttpOperation } from '@stoplight/types';

/** SHA-256 of the OpenAPI document that this package was built from. */
export const documentHash = '${documentHash}';

const operations = ${json(operations)};

/** Later states of the API, by their months. */
export const laterStates = ${JSON.stringify(laterStates)} as const;

/** A later state of the API. */
export type LaterState = (typeof laterStates)[number];

const laterOperations: Readonly<Record<LaterState, string>> = {
${laterOperations.map(([state, changed]) => `  '${state}': ${json(changed)},\n`).join('')}};

/** The operations of that document by tables 1 to 7, with its references resolved. Each call returns a copy. */
export const readOperations = () => JSON.parse(operations) as IHttpOperation[];

/** Those of its operations that are others in a later state. Each call returns a copy. */
export const readLaterOperations = (state: LaterState) => JSON.parse(laterOperations[state]) as IHttpOperation[];
`,
  'page-document.ts': page.document,
  'validators.ts': page.validators,
  'formats.ts': formatsModule(latestDocument, stateShapes),
  'error-catalogue.ts': `/** Status and message of every error of the service and of the gateway before it, by its code. */
export const errorCatalogue = ${JSON.stringify(catalogue, undefined, 2)} as const;

/** The codes of the service that are answered for what they mean, whatever the operation. */
export const codeOfKind = ${JSON.stringify(codeOfKind, undefined, 2)} as const;

/** The same of the gateway. */
export const gatewayCodeOfKind = ${JSON.stringify(gatewayCodeOfKind, undefined, 2)} as const;

/** The codes of the gateway. */
export const gatewayErrors: ReadonlySet<string> = new Set(${JSON.stringify(ofGateway.map(({ code }) => code))});

/** The codes of the gateway by the statuses that they come with. */
export const gatewayCodes: Readonly<Partial<Record<number, keyof typeof errorCatalogue>>> = ${JSON.stringify(gatewayCodes, undefined, 2)};
`,
  'request-defaults.ts': `/** The defaults of what requests consist of, by the schema's name. */
export const requestDefaults = ${JSON.stringify(requestDefaults(document), undefined, 2)} as const;
`,
  'open-policies.ts': `import type { PolicyDocument, PolicyStatement } from '@vpcep/types';

/** The policies that endpoints have by themselves: statements at a gateway, a document elsewhere. */
export const openPolicies: { policy_statement: PolicyStatement[]; policy_document: PolicyDocument } = ${JSON.stringify(openPolicies(document), undefined, 2)};
`,
  'reference.ts': `/** Where the pages of the reference begin. */
export const reference = '${referencePage('', 'en')}';
`,
  'cloud-hosts.ts': `/** The hosts of the cloud, with \`*\` for the region: of the API, and of IAM. */
export const cloudHosts = ${JSON.stringify(cloudHosts(document), undefined, 2)} as const;
`,
  'lifecycles.ts': `/** Which states pass by themselves, and which end every wait, by the schema of the status. */
export const lifecycles = ${JSON.stringify(lifecycles, undefined, 2)} as const;
`,
  'vocabulary.ts': `/** What the document's own words have to be, each as a schema of JSON Schema. */
export const vocabulary = ${JSON.stringify(vocabulary, undefined, 2)};
`,
  'state.ts': await stateTypes(),
  // A member that has a default is there once the contract has filled it in.
  'filled.ts': `${astToString(await openapiTS(JSON.stringify(latestDocument), { defaultNonNullable: true }))}
/** The parameters of the query that have a default, by the operation. */
export interface FilledQuery {
${filledQueries.join('')}}
`,
};

const out = new URL('../src/generated/', import.meta.url);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), banner + text);

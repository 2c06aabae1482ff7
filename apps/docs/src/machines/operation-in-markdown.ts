import type { CataloguedError } from '@vpcep/openapi/documents';
import {
  type Content,
  type DescribedOperation,
  type DescribedResponse,
  type Example,
  type Header,
  operationAddress,
  type RequestBody,
  required,
  resolve,
  tagAddress,
} from '@vpcep/openapi/reader';
import { callInMarkdown, type CallNames } from '../calls/call-names.js';
import { regionsOf } from '../regions/regions.js';
import { bodyFields, fieldList, type FieldSources } from './fields-in-markdown.js';
import { labelled, machineTextsOf, plain } from './machine-texts.js';
import { markdownAddress } from './markdown-address.js';

/** What an operation is told from: a document with samples and constraints, whose links are whole addresses. */
export interface OperationSources extends FieldSources {
  errors: readonly CataloguedError[];
  callNames: CallNames;
}

/** All that the document says of an operation, in Markdown, from a title of a level on. */
export function operationInMarkdown(sources: OperationSources, described: DescribedOperation, level: 1 | 2): string {
  const { operation, method, path } = described;
  const part = `${'#'.repeat(level)}#`;
  const texts = machineTextsOf[sources.language];
  return [
    `${'#'.repeat(level)} ${required(operation.summary, described, 'summary')}`,
    `\`${method.toUpperCase()} ${path}\``,
    factsOf(sources, described),
    operation.description ?? '',
    ...(operation['x-constraints'] ?? []).map(({ text, code }) => `- ${texts.withCode(plain(text), code)}`),
    ...requestOf(sources, described, part),
    `${part} ${texts.responses}`,
    ...responsesOf(sources, described, part),
    `${part} ${texts.samples}`,
    ...(operation['x-codeSamples'] ?? []).map(
      ({ label, lang, source }) => `${part}# ${label}\n\n${fenced(source, lang.toLowerCase())}`,
    ),
    ...errorsOf(sources, described, part),
  ]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
}

function factsOf({ document, language }: OperationSources, { operation, operationId }: DescribedOperation): string {
  const texts = machineTextsOf[language];
  const { 'x-iam-action': action, 'x-regions': regions, 'x-since': since, tags = [] } = operation;
  const groupNames = new Map(document.tags?.map((tag) => [tag.name, tag['x-displayName'] ?? tag.name]));
  const groups = tags.map((tag) => `[${groupNames.get(tag) ?? tag}](${markdownAddress(language, tagAddress(tag))})`);
  const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(texts.separator);
  const { name: actionName = '', aliases = [] } = action ?? {};
  const places = regionsOf(document).filter(({ id }) => regions?.includes(id));
  return [
    labelled(texts.operationId, `\`${operationId}\``),
    labelled(texts.group, groups.join(texts.separator)),
    ...(action === undefined
      ? []
      : [
          labelled(texts.iamAction, codes([actionName])) +
            (aliases.length > 0 ? labelled(texts.iamAliases, codes(aliases)) : ''),
        ]),
    ...(places.length === 0
      ? []
      : [
          labelled(
            texts.onlyInRegions,
            places.map((place) => `${place.names[language]} (\`${place.id}\`)`).join(texts.separator),
          ),
        ]),
    ...(since === undefined ? [] : [texts.since(since)]),
    ...(operation.deprecated === true ? [texts.deprecated] : []),
  ]
    .map((fact) => `- ${fact}`)
    .join('\n');
}

function requestOf(
  sources: OperationSources,
  { operation, parameters, requestBody }: DescribedOperation,
  part: string,
): string[] {
  const { document, language } = sources;
  const texts = machineTextsOf[language];
  const places = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
    const fields = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ 'x-since': since, ...parameter }) => ({ ...parameter, required: parameter.required ?? false, since }));
    return fields.length === 0 ? [] : [`${part}# ${texts.places[place]}`, fieldList(sources, fields)];
  });
  const body =
    requestBody?.json === undefined || operation.requestBody === undefined
      ? []
      : [
          `${part}# ${texts.body} (application/json${requestBody.required ? `, ${texts.required}` : ''})`,
          resolve<RequestBody>(document, operation.requestBody).description ?? '',
          resolve(document, requestBody.json.schema).description ?? '',
          bodyFields(sources, requestBody.json.schema),
          ...examplesOf(sources, requestBody.content),
        ];
  return places.length + body.length === 0 ? [] : [`${part} ${texts.request}`, ...places, ...body];
}

/** Each response of its own; those that are the same for every call are named together. */
function responsesOf(sources: OperationSources, { responses }: DescribedOperation, part: string): string[] {
  const { language } = sources;
  const texts = machineTextsOf[language];
  const own = responses.filter(({ response }) => response['x-from'] !== 'infrastructure');
  const common = responses.filter((each) => !own.includes(each)).map(({ status }) => status);
  // The bodies of errors are all alike: each of their fields is told once.
  const told = new Map<string, string>();
  return [
    ...own.flatMap((response) => [`${part}# ${response.status}`, ...responseOf(sources, response, told)]),
    ...(common.length === 0
      ? []
      : [
          labelled(
            texts.anyCall,
            `[${common.join(texts.separator)}](${markdownAddress(language, 'errors/')})${texts.end}`,
          ),
        ]),
  ];
}

function responseOf(
  sources: OperationSources,
  { status, response, json }: DescribedResponse,
  told: Map<string, string>,
): string[] {
  const { document, language } = sources;
  const texts = machineTextsOf[language];
  const headers = Object.entries(response.headers ?? {}).map(([name, given]) => {
    const { description, schema = {}, required: isRequired = false } = resolve<Header>(document, given);
    return { name, schema, required: isRequired, description };
  });
  const key = JSON.stringify([response.headers, json?.schema]);
  const same = told.get(key);
  told.set(key, same ?? status);
  const fields =
    same !== undefined
      ? [texts.sameAs(same)]
      : [
          ...(headers.length === 0 ? [] : [texts.headers, fieldList(sources, headers)]),
          ...(json === undefined
            ? [texts.noBody]
            : [texts.bodyFields, resolve(document, json.schema).description ?? '', bodyFields(sources, json.schema)]),
        ];
  return [response.description, ...fields, ...examplesOf(sources, response.content)];
}

/** The examples of a body, each below what it is called on the page. */
function examplesOf({ document, language }: OperationSources, content: Content = {}): string[] {
  const { example, examples = {} } = content['application/json'] ?? {};
  const { example: title } = machineTextsOf[language];
  const given = Object.values(examples).map((each) => resolve<Example>(document, each));
  return [...(example === undefined ? [] : [{ value: example }]), ...given].flatMap(
    ({ summary = '', description = '', value }: Example) =>
      [labelled(title, summary).trim(), description, fenced(JSON.stringify(value, undefined, 2), 'json')].filter(
        Boolean,
      ),
  );
}

/** Code between fences that are longer than any within it. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** The codes that an operation gives, with what to do. */
function errorsOf(
  { errors, language, callNames }: OperationSources,
  described: DescribedOperation,
  part: string,
): string[] {
  const codes = described.operation['x-error-codes'] ?? [];
  const known = new Map(errors.map((error) => [error.code, error]));
  const remedyIn = (remedy: string) =>
    callNames
      .partsOf(remedy)
      .map((part) =>
        typeof part === 'string'
          ? plain(part)
          : callInMarkdown(part, markdownAddress(language, operationAddress(part.operationId))),
      )
      .join('');
  const lines = codes.map((code) => {
    const { status, message, remedy } = required(known.get(code), described, code);
    return `- \`${code}\` (${status}) ${plain(message)} ${remedyIn(remedy[language])}`;
  });
  return lines.length === 0 ? [] : [`${part} ${machineTextsOf[language].errors}`, lines.join('\n')];
}

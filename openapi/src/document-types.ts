import type { OpenAPIV3_1 } from 'openapi-types';
import type {
  OperationExtensions,
  ParameterExtensions,
  ResponseExtensions,
  SchemaExtensions,
  ServerVariableExtensions,
  TagExtensions,
} from './extensions.js';

/** Leads to another place in the document. What stands beside `$ref` wins over what is there. */
export type Reference = OpenAPIV3_1.ReferenceObject;

type Replace<Given, With> = Omit<Given, keyof With> & With;

/** The keywords that hold schemas or values: `openapi-types` knows no extensions in the former, and any in the latter. */
interface OwnKeywords {
  $ref?: string;
  type?: string | string[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
}

/** A JSON Schema, or a reference to one. */
export interface Schema extends Replace<Omit<OpenAPIV3_1.BaseSchemaObject, 'example'>, OwnKeywords>, SchemaExtensions {}

export type Example = Replace<OpenAPIV3_1.ExampleObject, { value?: unknown }>;

export interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

/** What a request or a response carries, by its media type. */
export type Content = Record<string, MediaType>;

type WithSchema = Replace<
  OpenAPIV3_1.HeaderObject,
  { schema?: Schema; example?: unknown; examples?: Record<string, Example | Reference>; content?: Content }
>;

export type Header = WithSchema;
export type Parameter = WithSchema & { name: string; in: string } & ParameterExtensions;
export type RequestBody = Replace<OpenAPIV3_1.RequestBodyObject, { content: Content }>;
export type Response = Replace<
  OpenAPIV3_1.ResponseObject,
  { headers?: Record<string, Header | Reference>; content?: Content }
> &
  ResponseExtensions;

export type Operation = Replace<
  OpenAPIV3_1.OperationObject,
  {
    parameters?: (Parameter | Reference)[];
    requestBody?: RequestBody | Reference;
    responses?: Record<string, Response | Reference>;
  }
> &
  OperationExtensions;

/** All methods that a Path Item can have an operation for. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof methods)[number];

export type PathItem = {
  $ref?: string;
  parameters?: (Parameter | Reference)[];
} & Partial<Record<Method, Operation>>;

export type ServerVariable = Replace<OpenAPIV3_1.ServerVariableObject, { enum?: string[] }> & ServerVariableExtensions;
export type Server = Replace<OpenAPIV3_1.ServerObject, { variables?: Record<string, ServerVariable> }>;

/** A bundled OpenAPI document, with every component under the name of its file. */
export interface Document {
  openapi: string;
  info: OpenAPIV3_1.InfoObject;
  servers?: Server[];
  security?: OpenAPIV3_1.SecurityRequirementObject[];
  tags?: (OpenAPIV3_1.TagObject & TagExtensions)[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter | Reference>;
    examples?: Record<string, Example | Reference>;
    requestBodies?: Record<string, RequestBody | Reference>;
    responses?: Record<string, Response | Reference>;
    headers?: Record<string, Header | Reference>;
    securitySchemes?: Record<string, OpenAPIV3_1.SecuritySchemeObject | Reference>;
  };
}

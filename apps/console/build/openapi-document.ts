/** As much of a schema as the console makes use of. */
export interface Schema {
  $ref?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
}

/** As much of the bundled document as the console makes use of. */
export interface OpenapiDocument {
  components: { schemas: Record<string, Schema> };
}

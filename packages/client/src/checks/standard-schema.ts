/**
 * A schema that form libraries and the like understand: the interface of https://standardschema.dev, version 1, as far as
 * it is used here.
 */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'vpcep';
    /** Checks a value. Nothing in it is changed, and no default is filled in. */
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** There at compile time only. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** The value, or what is wrong with it. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

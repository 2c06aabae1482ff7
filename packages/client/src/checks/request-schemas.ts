import type { Language } from '@vpcep/rules';
import { operationsWithBody } from '../generated/operations-with-body.js';
import type { OperationArguments } from '../operation-types.js';
import { checkArguments } from './check-arguments.js';
import type { CheckOptions } from './check-options.js';
import type { StandardSchema } from './standard-schema.js';

/** The operations that are sent with a body, or may be. */
export type OperationWithBody = (typeof operationsWithBody)[number];

/** What an operation is sent with. */
type OperationBody<Id extends OperationWithBody> = OperationArguments<Id> extends { body?: infer Body } ? Body : never;

/** The schema of each operation's body, by the operation. */
export type RequestSchemas = {
  readonly [Id in OperationWithBody]: StandardSchema<OperationBody<Id>>;
};

/**
 * Schemas of the operations' bodies for form libraries and all else that takes a Standard Schema
 * (https://standardschema.dev). They hold a body against the same rules as `checkArguments`; paths are those in the body.
 *
 * @param language of the messages
 * @param options by which state of the API; without one, by tables 1 to 7
 */
export function requestSchemasIn(language: Language, options: CheckOptions = {}): RequestSchemas {
  const schemas = operationsWithBody.map((id) => [id, bodySchema(id, language, options)] as const);
  // One entry for each operation: what fromEntries makes of them has the names, but the compiler cannot see it.
  return Object.fromEntries(schemas) as unknown as RequestSchemas;
}

/** Schemas of the operations' bodies, with messages in English; see {@link requestSchemasIn} for Chinese and later states. */
export const requestSchemas: RequestSchemas = /* @__PURE__ */ requestSchemasIn('en');

function bodySchema(id: OperationWithBody, language: Language, options: CheckOptions): StandardSchema<unknown> {
  return {
    '~standard': {
      version: 1,
      vendor: 'vpcep',
      validate(value) {
        // Null is not a body that was left out.
        const problems = checkArguments(id, { body: value ?? null }, options).filter(({ path }) => path[0] === 'body');
        if (problems.length === 0) return { value };
        return { issues: problems.map(({ message, path }) => ({ message: message[language], path: path.slice(1) })) };
      },
    },
  };
}

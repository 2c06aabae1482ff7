import { type CodesByPlace, codeAt, fieldOf, type FindingOf, type Path, type SchemaRuleParams } from '@vpcep/rules';
import * as codeOfKind from '../generated/code-of-kind.js';
import type { ErrorCode } from '../generated/error-code.js';

type SchemaRule = keyof SchemaRuleParams;
type SchemaFinding = FindingOf<SchemaRule, ErrorCode>;

/** A broken rule as a generated validator reports it. */
export type SchemaError = {
  [Rule in SchemaRule]: {
    /** JSON Pointer to the value that breaks the rule. */
    readonly instancePath: string;
    readonly keyword: Rule;
    readonly params: SchemaRuleParams[Rule];
  };
}[SchemaRule];

/** A generated validator: lists which rules of the document's schemas the arguments break, in a later state or by tables 1 to 7. */
export type Validator = (args: unknown, asOf: string | undefined) => readonly SchemaError[];

/** What the arguments break of the document's schemas, and the codes that the service answers with. */
export const schemaFindings = (
  validate: Validator,
  args: unknown,
  codes: CodesByPlace<ErrorCode>,
  asOf: string | undefined,
): SchemaFinding[] => validate(args, asOf).map((error) => toFinding(error, pathOf(error.instancePath, args), codes));

function toFinding(error: SchemaError, parent: Path, codes: CodesByPlace<ErrorCode>): SchemaFinding {
  const path = [...parent, ...memberOf(error)];
  // That a member is missing is said of the object, that two items are equal of the list.
  const place = error.keyword === 'required' || error.keyword === 'uniqueItems' ? parent : path;
  const code: ErrorCode = codeAt(codes, place, error.keyword, codeOfKind.request);
  // The compiler does not see that the keyword and the parameters of one error belong together.
  return { path, rule: error.keyword, params: error.params, code } as SchemaFinding;
}

/** The way from the value to what is wrong with it: a member, whether it is there or not, or an item. */
function memberOf({ keyword, params }: SchemaError): Path {
  if (keyword === 'required') return [params.missingProperty];
  if (keyword === 'additionalProperties') return [params.additionalProperty];
  return keyword === 'uniqueItems' ? [params.index] : [];
}

/** The way that a JSON Pointer leads through the arguments. It is made of names of the API, which need no unescaping. */
function pathOf(pointer: string, args: unknown): Path {
  let value = args;
  return pointer
    .split('/')
    .slice(1)
    .map((name) => {
      const segment = Array.isArray(value) ? Number(name) : name;
      value = Array.isArray(value) ? value[Number(name)] : fieldOf(value, name);
      return segment;
    });
}

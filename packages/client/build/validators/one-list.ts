import { maxFindings } from '@vpcep/rules';

/**
 * Rewrites what Ajv compiles: where every function of its own keeps a list of what is broken, and every caller joins it to
 * its own, all write into one list that is handed on. The code is a third smaller, and an exported validator returns the
 * list. Nobody is told where in the schema a broken rule stands, nor of more than anybody reads.
 *
 * @throws Error when Ajv writes its code in another way than is read here.
 */
export function withOneList(code: string): string {
  const rewritten = code
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '')
    .replaceAll(heads, 'function $1(data, instancePath, found){')
    .replaceAll(reports, (_, __, path: string | undefined, keyword: string, params: string) => {
      return `report(found, ${path?.slice(1) ?? 'instancePath'}, ${keyword}, ${params});`;
    })
    .replaceAll(calls, '$1($2, $3, found);')
    .replaceAll(/(validate\d+)\.errors = vErrors;\s*return errors === 0;/g, '')
    .replaceAll(/const _errs\d+ = errors;/g, '')
    .replaceAll(/\berrors >= /g, 'found.length >= ')
    .replaceAll(/export const (\w+) = (validate\d+);/g, 'export const $1 = (args, asOf) => listed($2, args, asOf);');
  const left = /\b(vErrors|errors|_errs\d+|parentData|rootData)\b.{0,60}/.exec(rewritten);
  if (left !== null) throw new Error(`Ajv writes its code in another way than is read: ${left[0]}`);
  return `${rewritten}
function report(found, instancePath, keyword, params) {
  if (found.length < ${maxFindings}) found.push({ instancePath, keyword, params });
}
function listed(validate, args, asOf) {
  const found = Object.assign([], { asOf });
  validate(args, '', found);
  return found;
}`;
}

const heads =
  /function (validate\d+)\(data, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)\{\s*let vErrors = null;\s*let errors = 0;/g;

const reports =
  /const (err\d+) = \{instancePath(:(?:(?!,keyword:).)*)?,keyword:("\w+"),params:((?:(?!const err\d+ = ).)*?)\};\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/gs;

const calls =
  /if\(!\((validate\d+)\(([^,]+), \{instancePath:([^,{}]+),parentData:[^{}]*?\}\)\)\)\{\s*vErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);\s*errors = vErrors\.length;\s*\}/g;

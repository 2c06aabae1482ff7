import type { IHttpOperation } from '@stoplight/types';
import { type Document, valueAt } from '@vpcep/openapi/reader';
import type { JsonSchema } from '../src/validators/compile-schema.js';
import { stateShapes } from '../src/store/state-schema.js';
import { ofState, partsOfState } from '../src/values/schema-words.js';
import { pageOperation } from './page-document.js';
import { printValidators } from './print-validators.js';
import { shareRepeated } from './share-repeated.js';

/** The document by tables 1 to 7, and by later states. */
export interface Documents {
  readonly tables: Document;
  readonly later: readonly (readonly [state: string, document: Document])[];
}

/** Operations, and those that later states have otherwise, by the state. */
export interface DocumentedOperations {
  readonly operations: readonly IHttpOperation[];
  readonly later: readonly (readonly [state: string, operations: readonly IHttpOperation[]])[];
}

/** The modules by which the mock in the page knows the document: its operations, and validators of all that they are about. */
export function pageModules(
  { operations, later }: DocumentedOperations,
  documents: Documents,
): { document: string; validators: string } {
  const printed = printValidators();
  const numbers = new Map<string, number>();
  const numberOf = (schema: JsonSchema): number => {
    const name = printed.add(schema);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const own = operations.map((operation) => pageOperation(operation, numberOf));
  const others = Object.fromEntries(
    later.map(([state, changed]) => [state, changed.map((operation) => pageOperation(operation, numberOf))]),
  );
  const referredIn = (document: Document): Map<string, string> => {
    const resolve = (reference: string) => {
      const [where = '', path = ''] = reference.split('#');
      const whole = where === 'state' || path.startsWith('/$defs') ? { $defs: stateShapes } : document;
      return valueAt(whole, `#${where === 'state' ? '/$defs' : ''}${path}`) as JsonSchema;
    };
    return new Map(
      partsOfState.map((part) => {
        const { $ref } = ofState(part);
        return [String($ref), printed.add({ $ref }, resolve)];
      }),
    );
  };
  const referred = referredIn(documents.tables);
  const referredLater = documents.later.map(
    ([state, document]) =>
      [state, [...referredIn(document)].filter(([reference, name]) => referred.get(reference) !== name)] as const,
  );
  return {
    document: `import type { IHttpOperation } from '@stoplight/types';
import { type Document, valueAt } from '@vpcep/openapi/reader';
import { readShared } from '../page/read-shared.js';
import type { LaterState } from './document.js';

const { operations, later } = readShared(
  ${JSON.stringify(shareRepeated({ operations: own, later: others }))},
) as { operations: IHttpOperation[]; later: Record<LaterState, IHttpOperation[]> };

/** What names an operation is its ID too. */
const named = (operation: IHttpOperation) => ({ ...operation, id: operation.iid ?? '' });

/** The operations of the document by tables 1 to 7, as the mock in the page has them. */
export const readOperations = () => operations.map(named);

/** Those of its operations that are others in a later state. */
export const readLaterOperations = (state: LaterState) => later[state].map(named);
`,
    validators: `import {
  ${printed
    .imports()
    .filter((name) => name !== 'satisfying')
    .join(',\n  ')},
} from '../validators/keywords.js';
import { type Validator, whenNeeded } from '../validators/validator.js';
import { satisfying } from '../values/satisfying.js';
import type { LaterState } from './document.js';

${printed.declarations()}
/** Validators of schemas of the document, by the number that stands at each as \`x-validator\`. */
export const validators: readonly Validator[] = [${[...numbers.keys()].join(', ')}];

/** Validators of the state of the mock and its parts, by what refers to them. */
export const referred: Readonly<Record<string, Validator>> = ${members([...referred])};

/** Those that are others in a later state. */
export const referredLater: Readonly<Record<LaterState, Readonly<Record<string, Validator>>>> = {
${referredLater.map(([state, others]) => `  '${state}': ${members(others)},\n`).join('')}};
`,
  };
}

const members = (entries: readonly (readonly [string, string])[]): string =>
  `{\n${entries.map(([name, value]) => `  '${name}': ${value},\n`).join('')}}`;

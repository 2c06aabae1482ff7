import type { Ajv2020 } from 'ajv/dist/2020.js';
import { _, type Code, Name, stringify } from 'ajv/dist/compile/codegen/index.js';
import { Type } from 'ajv/dist/compile/util.js';
import { maxFindings, repeatedItems } from '@vpcep/rules';
import { asOf, tables } from './states.js';

const limits = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties'],
] as const;

/** The variable in which the compiled code counts. */
const errors = new Name('errors');

/** The list of what is broken, as `one-list.ts` names it. */
const found = new Name('found');

/** Ajv asks for one. What is shown is in packages/rules/src/messages.ts. */
const message = '';

/** Has every broken limit tell its counterpart too, so that a message can say "between 1 and 65535". */
function tellBothLimits(ajv: Ajv2020): void {
  for (const pair of limits) {
    for (const keyword of pair) {
      const definition = ajv.getKeyword(keyword);
      if (typeof definition === 'boolean') throw new Error(`Ajv does not know ${keyword}`);
      const params = ({ parentSchema }: { parentSchema?: Record<string, unknown> }): Code => {
        const told = pair.filter((name) => parentSchema?.[name] !== undefined);
        return stringify(Object.fromEntries(told.map((name) => [name, parentSchema?.[name]])));
      };
      definition.error = { message, params };
    }
  }
}

/** Many fields ask for the same, and are told of it in one place of the compiled module. */
const shared = (words: unknown) => ({ key: JSON.stringify(words), ref: words, code: stringify(words) });

/** Has a broken pattern or format tell what the document says of it. */
function tellMessages(ajv: Ajv2020): void {
  for (const keyword of ['pattern', 'format']) {
    const definition = ajv.getKeyword(keyword);
    if (typeof definition === 'boolean') throw new Error(`Ajv does not know ${keyword}`);
    definition.error = {
      message,
      params({ gen, parentSchema }) {
        const schema: Record<string, unknown> = parentSchema ?? {};
        const words = schema['x-message'];
        const own = stringify(schema[keyword]);
        if (words === undefined) return _`{${new Name(keyword)}:${own}}`;
        return _`{message:${gen.scopeValue('obj', shared(words))}, ${new Name(keyword)}:${own}}`;
      },
    };
  }
}

/** Has what a value may not look like tell what the document says of the others. Only patterns are excluded so. */
function tellExcludedPattern(ajv: Ajv2020): void {
  ajv.removeKeyword('not');
  ajv.addKeyword({
    keyword: 'not',
    type: 'string',
    schemaType: 'object',
    error: {
      message,
      params: ({ gen, parentSchema }) => _`{message:${gen.scopeValue('obj', shared(parentSchema?.['x-message']))}}`,
    },
    code(cxt) {
      const { pattern, ...others } = cxt.schema as { pattern?: unknown };
      if (typeof pattern !== 'string' || Object.keys(others).length > 0)
        throw new Error('"not" holds more than a pattern');
      if (cxt.parentSchema['x-message'] === undefined) throw new Error('there is no x-message beside "not"');
      const code = _`new RegExp(${pattern}, "u")`;
      const excluded = cxt.gen.scopeValue('pattern', { key: pattern, ref: new RegExp(pattern, 'u'), code });
      cxt.fail(_`${excluded}.test(${cxt.data})`);
    },
  });
}

/** Looks at no item of a list that is too long, nor at further ones once enough is wrong. */
function boundItems(ajv: Ajv2020): void {
  ajv.removeKeyword('items');
  ajv.addKeyword({
    keyword: 'items',
    type: 'array',
    schemaType: ['object', 'boolean'],
    code(cxt) {
      const { gen, data, parentSchema } = cxt;
      cxt.it.items = true;
      gen.if(isShortEnough(data, parentSchema), () => {
        gen.forRange('i', 0, _`${data}.length`, (i) => {
          cxt.subschema({ keyword: 'items', dataProp: i, dataPropType: Type.Num }, gen.name('valid'));
          gen.if(_`${errors} >= ${maxFindings}`, () => gen.break());
        });
      });
    },
  });
}

/** Names each item that repeats an earlier one, in time linear in their number; Ajv's own compares each with each. */
function nameRepeatedItems(ajv: Ajv2020): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message, params: ({ params }) => _`${params['repeated']}` },
    code(cxt) {
      const { gen, data, parentSchema } = cxt;
      if (cxt.schema !== true) return;
      // Here it is the function itself that runs, in the compiled module the one that it imports by that name.
      const repetitions = gen.scopeValue('func', { ref: repeatedItems, code: _`repeatedItems` });
      gen.if(isShortEnough(data, parentSchema), () => {
        gen.forOf('repeated', _`${repetitions}(${data})`, (repeated) => {
          cxt.setParams({ repeated });
          cxt.error();
          gen.if(_`${errors} >= ${maxFindings}`, () => gen.break());
        });
      });
    },
  });
}

function isShortEnough(data: Code, { maxItems }: Record<string, unknown>): Code | boolean {
  return typeof maxItems === 'number' ? _`${data}.length <= ${maxItems}` : true;
}

/** Has a schema that depends on the state of the API choose by the state that the list of what is broken is about. */
function chooseState(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: asOf,
    schemaType: 'object',
    code(cxt) {
      const { gen } = cxt;
      const valid = gen.name('valid');
      const hold = (state: string) => cxt.subschema({ keyword: asOf, schemaProp: state }, valid);
      const later = Object.keys(cxt.schema as object).filter((state) => state !== tables);
      const choose = ([state, ...others]: string[]): void => {
        if (state === undefined) hold(tables);
        else
          gen.if(
            _`${found}.asOf === ${state}`,
            () => hold(state),
            () => {
              choose(others);
            },
          );
      };
      choose(later);
    },
  });
}

/** Changes what Ajv compiles some keywords to, not what they mean. */
export function adaptKeywords(ajv: Ajv2020): void {
  tellBothLimits(ajv);
  tellMessages(ajv);
  tellExcludedPattern(ajv);
  boundItems(ajv);
  nameRepeatedItems(ajv);
  chooseState(ajv);
}

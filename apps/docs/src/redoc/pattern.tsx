import type { Pattern as RedocPattern } from 'redoc/src/components/Fields/Pattern';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';
import { RegularExpression } from './regular-expression.js';

type SchemaModel = Parameters<typeof RedocPattern>[0]['schema'];

/** What a pattern or format asks for in words, with the regular expression folded behind. */
export function Pattern({ schema }: { schema: SchemaModel }) {
  const { language } = useReferenceContext();
  const { pattern, pointer } = schema;
  const message = 'x-message' in schema.schema ? schema.schema['x-message'] : undefined;
  if (typeof message !== 'string') {
    if (pattern === undefined) return null;
    throw new Error(`${pointer} has a pattern without words: give it an x-message in the document`);
  }
  return (
    <span className="pattern">
      {textsOf[language].sentence(message)}
      {pattern !== undefined && <RegularExpression pattern={pattern} />}
    </span>
  );
}

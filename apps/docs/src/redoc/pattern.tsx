import { Pattern as BarePattern } from 'redoc/src/components/Fields/Pattern';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';
import { RegularExpression } from './regular-expression.js';

type SchemaModel = Parameters<typeof BarePattern>[0]['schema'];

/** What a pattern or format asks for: in words where the document has them, with the regular expression folded behind. */
export function Pattern({ schema }: { schema: SchemaModel }) {
  const { language } = useReferenceContext();
  const message = 'x-message' in schema.schema ? schema.schema['x-message'] : undefined;
  if (typeof message !== 'string') return <BarePattern schema={schema} />;
  return (
    <span className="pattern">
      {textsOf[language].sentence(message)}
      {schema.pattern !== undefined && <RegularExpression pattern={schema.pattern} />}
    </span>
  );
}

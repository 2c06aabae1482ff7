import type { Constraint, Lifecycle } from '@vpcep/openapi/reader';
import { Extensions as AnyExtensions } from 'redoc/src/components/Fields/Extensions';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';

interface Known {
  'x-since'?: string;
  'x-constraints'?: Constraint[];
  'x-lifecycle'?: Lifecycle;
}

/** What the document says of an operation or a field beside the words of OpenAPI. */
export function Extensions({ extensions }: { extensions: Known }) {
  const { language, errors } = useReferenceContext();
  const { 'x-since': since, 'x-constraints': constraints = [], 'x-lifecycle': lifecycle } = extensions;
  const texts = textsOf[language];
  return (
    <>
      {since !== undefined && <AnyExtensions extensions={{ 'x-since': since }} />}
      {constraints.length > 0 && (
        <ul className="constraints">
          {constraints.map(({ text, code }) => (
            <li key={text}>
              {text} <a href={`${errors.catalogue}#${code}`}>{code}</a>
            </li>
          ))}
        </ul>
      )}
      {lifecycle !== undefined && (
        <ul className="constraints">
          <States name={texts.passingStates} states={lifecycle.passing} />
          <States name={texts.finalStates} states={lifecycle.final} />
        </ul>
      )}
    </>
  );
}

function States({ name, states }: { name: string; states: string[] }) {
  return (
    <li>
      {name}
      {states.map((state) => (
        <code key={state}>{state}</code>
      ))}
    </li>
  );
}

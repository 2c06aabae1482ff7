import type { Constraint, IamAction, Lifecycle } from '@vpcep/openapi/reader';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';

interface Known {
  'x-since'?: string;
  'x-constraints'?: Constraint[];
  'x-lifecycle'?: Lifecycle;
  'x-extensible-enum'?: string[];
  'x-conditional-default'?: unknown;
  'x-iam-action'?: IamAction;
  'x-regions'?: string[];
  /** What it says of the items of a list. */
  'x-items'?: Known;
}

/** What the document says of an operation or a field beside the words of OpenAPI. */
export function Extensions({ extensions }: { extensions: Known }) {
  const { language, errors } = useReferenceContext();
  const {
    'x-items': items = {},
    'x-since': since,
    'x-constraints': constraints = [],
    'x-lifecycle': lifecycle,
    'x-extensible-enum': values = items['x-extensible-enum'],
    'x-conditional-default': fallback,
    'x-iam-action': action,
    'x-regions': regions,
  } = extensions;
  const texts = textsOf[language];
  return (
    <>
      {since !== undefined && <div className="notes">{texts.since(since)}</div>}
      {values !== undefined && <Codes name={texts.knownValues} codes={values} />}
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
        <>
          <Codes name={texts.passingStates} codes={lifecycle.passing} />
          <Codes name={texts.finalStates} codes={lifecycle.final} />
        </>
      )}
      {fallback !== undefined && (
        <details className="notes">
          <summary>{texts.conditionalDefault}</summary>
          <pre tabIndex={0}>{JSON.stringify(fallback, undefined, 2)}</pre>
        </details>
      )}
      {action !== undefined && <Action action={action} />}
      {regions !== undefined && <Regions ids={regions} />}
    </>
  );
}

function Codes({ name, codes }: { name: string; codes: string[] }) {
  return (
    <div className="notes">
      {name}
      {codes.map((code) => (
        <code key={code}>{code}</code>
      ))}
    </div>
  );
}

/** What a policy of IAM must allow. */
function Action({ action: { name, aliases = [] } }: { action: IamAction }) {
  const { language } = useReferenceContext();
  const texts = textsOf[language];
  return (
    <div className="notes">
      {texts.iamAction}
      <code>{name}</code>
      {aliases.length > 0 && texts.iamAliases}
      {aliases.map((alias) => (
        <code key={alias}>{alias}</code>
      ))}
    </div>
  );
}

/** The only regions that have an operation. */
function Regions({ ids }: { ids: string[] }) {
  const { language, regions } = useReferenceContext();
  return (
    <div className="notes">
      {textsOf[language].onlyInRegions}
      {ids.map((id) => (
        <a key={id} href={regions[id]?.address}>
          {regions[id]?.name}
        </a>
      ))}
    </div>
  );
}

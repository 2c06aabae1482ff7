import type { OperationModel } from 'redoc';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';
import { partTextsOf } from './part-texts.js';

/** Where an operation is called: its method and path, and the servers that have it. */
export function Endpoint({ operation: { httpVerb, path, servers } }: { operation: OperationModel }) {
  const { language, addressOf } = useReferenceContext();
  return (
    <details className="endpoint">
      <summary>
        <span className={`http-verb ${httpVerb}`}>{httpVerb}</span> <code>{path}</code>
      </summary>
      <ul aria-label={partTextsOf[language].servers}>
        {servers.map(({ url, description = '', variables = {} }) => (
          <li key={url}>
            <Markdown compact={true} source={description} />
            <code>
              <b>{url}</b>
              {path}
            </code>
            {Object.entries(variables).map(([name, variable]) => (
              <div key={name}>
                <code>{name}</code> <Markdown inline={true} compact={true} source={variable.description ?? ''} />
              </div>
            ))}
            {'region' in variables && <a href={addressOf('regions/')}>{textsOf[language].regions}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';

/** The errors that an operation is known to give, each a link into the catalogue: its own first, and what they mean. */
export function OperationErrors({ operationId }: { operationId: string }) {
  const { language, errors, errorCodes } = useReferenceContext();
  const { base } = useOperationPlace();
  const { catalogue, messages } = errors;
  const codes = errorCodes.get(operationId);
  if (codes === undefined) return null;
  const own = codes.filter((code) => code in messages);
  const general = codes.filter((code) => !(code in messages));
  const texts = textsOf[language];
  const link = (code: string) => <a href={`${catalogue}#${code}`}>{code}</a>;
  return (
    <details className="operation-errors" id={`${base}errors`}>
      <summary>
        {texts.errorCodesOfOperation} <span>{codes.length}</span>
      </summary>
      {own.length > 0 && (
        <dl>
          {own.map((code) => (
            <div key={code}>
              <dt>{link(code)}</dt>
              <dd lang="en">{messages[code]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{texts.errorsOfAnyOperation}</p>
      <ul>
        {general.map((code) => (
          <li key={code}>{link(code)}</li>
        ))}
      </ul>
    </details>
  );
}

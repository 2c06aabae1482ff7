import { Fragment } from 'react';
import { useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';
import { categoryAnchor, statusAnchor } from './anchors.js';
import { Remedy } from './remedy.js';

/** How many codes are read at a glance: more are folded. */
const atAGlance = 8;

/** The statuses that an operation can end with as every other one can: what they mean is said once, with the error codes. */
export function StatusesOfEveryCall() {
  const { language, errors } = useReferenceContext();
  return (
    <p className="every-call">
      {textsOf[language].statusesOfEveryCall}
      {errors.ofEveryCall.statuses.map((status) => (
        <Fragment key={status}>
          {' '}
          <a href={`${errors.catalogue}#${statusAnchor(status)}`}>{status}</a>
        </Fragment>
      ))}
    </p>
  );
}

/** The errors that an operation is known to give: its own with what they mean and what to do, and those of every call. */
export function OperationErrors({ operationId }: { operationId: string }) {
  const { language, addressOf, errors, errorCodes } = useReferenceContext();
  const { unfolded } = useOperationPlace();
  const { catalogue, codes, ofEveryCall } = errors;
  const own = errorCodes.get(operationId)?.filter((code) => !ofEveryCall.codes.includes(code)) ?? [];
  const texts = textsOf[language];
  const link = (text: string, anchor = text) => <a href={`${catalogue}#${anchor}`}>{text}</a>;
  return (
    <>
      {own.length > 0 && (
        <details className="operation-errors" open={unfolded || own.length <= atAGlance}>
          <summary>
            {texts.errorCodesOfOperation} <span>{own.length}</span>
          </summary>
          <dl>
            {own.map((code) => (
              <div key={code}>
                <dt>{link(code)}</dt>
                <dd lang="en">{codes[code]?.message}</dd>
                <dd>
                  <Remedy parts={codes[code]?.remedy ?? []} addressOf={addressOf} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <p className="every-call">
        {texts.errorsOfEveryCall}
        {ofEveryCall.codes.map((code) => (
          <Fragment key={code}> {link(code)}</Fragment>
        ))}{' '}
        {link(texts.errorsOfGateway, categoryAnchor('gateway'))}
      </p>
    </>
  );
}

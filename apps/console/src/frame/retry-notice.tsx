import { useSyncExternalStore } from 'react';
import { retries } from '../api/retries.js';
import { Notice } from '../elements/notice.js';
import { useTexts } from '../language/language-context.js';

/** Below this, a retry is over before it is read. */
const worthTellingMs = 1000;

/** Says that a call waits to be tried again, as the service has asked. */
export function RetryNotice() {
  const texts = useTexts();
  const retry = useSyncExternalStore(retries.subscribe, retries.current);
  return (
    <div role="status" className="corner-notice">
      {retry !== undefined && retry.delay >= worthTellingMs && (
        <Notice type="warning" title={texts.retrying(retry.operation, Math.ceil(retry.delay / 1000))} />
      )}
    </div>
  );
}

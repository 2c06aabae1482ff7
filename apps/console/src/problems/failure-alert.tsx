import { useContext } from 'react';
import { failureOf, type FailureKind } from '../api/failure.js';
import { useConnection } from '../configuration/connection-context.js';
import { OpenSettingsContext } from '../configuration/open-settings.js';
import { Button } from '../elements/button.js';
import { Notice } from '../elements/notice.js';
import { useTexts } from '../language/language-context.js';
import { useRemedy } from './use-remedy.js';

/** What another address or token may mend. */
const ofConnection: readonly FailureKind[] = ['unauthenticated', 'unreachable', 'notTheApi'];

interface Props {
  /** What a call threw. */
  error: unknown;
  /** What could not be done for it, where that is not all that the page is for. */
  about?: string | undefined;
  /** Does again what failed. */
  onRetry?: () => void;
  /** Takes the alert away. */
  onClose?: () => void;
}

/** Tells what failed, what the service says about it, and what to do. */
export function FailureAlert({ error, about, onRetry, onClose }: Props) {
  const texts = useTexts();
  const { baseUrl } = useConnection();
  const openSettings = useContext(OpenSettingsContext);
  const { kind, code, words, requestId, mayBeDone = false } = failureOf(error);
  const remedy = useRemedy(code);
  const ownAdvice: Partial<Record<FailureKind, string>> = {
    unreachable: texts.failure.unreachableHelp(baseUrl),
    notTheApi: texts.failure.notTheApiHelp(baseUrl),
    notLoaded: texts.failure.notLoadedHelp,
    unexpected: texts.failure.unexpectedHelp,
  };
  const advice = remedy ?? ownAdvice[kind];
  return (
    <Notice
      type="error"
      title={about ?? texts.failures[kind]}
      description={
        <div className="stack">
          {about !== undefined && <div>{texts.failures[kind]}</div>}
          {mayBeDone && <div>{texts.failure.mayBeDone}</div>}
          {advice !== undefined && <div>{advice}</div>}
          {words !== undefined && words !== '' && (
            <div className="quiet">
              {kind === 'unexpected' ? texts.failure.pageSays : texts.failure.serviceSays}:{' '}
              <span lang="en">{words}</span>
            </div>
          )}
          {(code !== undefined || requestId !== undefined) && (
            <div className="quiet">
              {code !== undefined && (
                <>
                  {texts.failure.code} <code>{code}</code>
                </>
              )}
              {requestId !== undefined && (
                <>
                  {' '}
                  {texts.failure.requestId} <code>{requestId}</code>
                </>
              )}
            </div>
          )}
        </div>
      }
      action={
        <div className="form-buttons">
          {ofConnection.includes(kind) && openSettings !== undefined && (
            <Button onClick={openSettings}>{texts.settings}</Button>
          )}
          {onRetry !== undefined && <Button onClick={onRetry}>{texts.actions.retry}</Button>}
          {onClose !== undefined && <Button onClick={onClose}>{texts.actions.close}</Button>}
        </div>
      }
    />
  );
}

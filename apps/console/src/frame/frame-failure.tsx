import { useRouteError } from 'react-router';
import { Button } from '../elements/button.js';
import { Notice } from '../elements/notice.js';
import { withoutLanguage } from '../language/texts/without-language.js';
import { languageOf } from '../location/location.js';

interface Props {
  error: unknown;
  onRetry: () => void;
}

/** Stands in the place of the whole console, where not even its language, which says all else, could be loaded. */
export function FrameFailure({ error, onRetry }: Props) {
  const texts = withoutLanguage[languageOf(location.hash)];
  return (
    <main className="frame-failure">
      <Notice
        type="error"
        title={texts.title}
        description={
          <div className="stack">
            <div>{texts.help}</div>
            <div className="quiet" lang="en">
              {error instanceof Error ? error.message : String(error)}
            </div>
          </div>
        }
        action={<Button onClick={onRetry}>{texts.retry}</Button>}
      />
    </main>
  );
}

/** The same for what the frame has thrown. */
export function CaughtFrameFailure() {
  return (
    <FrameFailure
      error={useRouteError()}
      onRetry={() => {
        location.reload();
      }}
    />
  );
}

import type { Waitable, WaitProgress } from '@vpcep/client';
import { failureOf } from '../api/failure.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';

interface Props {
  progress: WaitProgress<Waitable> | undefined;
  failure: unknown;
  again: () => void;
}

/** How long something has been waited for, or that it no longer is. */
export function ProgressNote({ progress, failure, again }: Props) {
  const texts = useTexts();
  if (failure !== undefined) {
    return (
      <span className="status quiet">
        <span>
          {texts.waiting.stopped}: {texts.failures[failureOf(failure).kind]}
        </span>
        <Button isSmall onClick={again}>
          {texts.waiting.watch}
        </Button>
      </span>
    );
  }
  if (progress === undefined) return null;
  return (
    <span className="quiet progress-note">
      {texts.waiting.since(Math.round(progress.elapsed / 1000), progress.attempt)}
    </span>
  );
}

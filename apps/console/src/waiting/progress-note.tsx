import type { Waitable, WaitProgress } from '@vpcep/client';
import { Button, Space } from 'antd';
import { failureOf } from '../api/failure.js';
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
      <Space size="small" wrap className="quiet">
        <span>
          {texts.waiting.stopped}: {texts.failures[failureOf(failure).kind]}
        </span>
        <Button size="small" onClick={again}>
          {texts.waiting.watch}
        </Button>
      </Space>
    );
  }
  if (progress === undefined) return null;
  return (
    <span className="quiet progress-note">
      {texts.waiting.since(Math.round(progress.elapsed / 1000), progress.attempt)}
    </span>
  );
}

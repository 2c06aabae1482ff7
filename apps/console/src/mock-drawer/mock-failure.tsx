import { Notice } from '../elements/notice.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { MockControlError } from './mock-control.js';

/** Tells why the mock did not do as it was told, in its own words. */
export function MockFailure({ error }: { error: unknown }) {
  const { mock } = useTexts();
  if (!(error instanceof MockControlError)) return <FailureAlert error={error} />;
  return <Notice type="error" title={mock.refused} description={<div lang="en">{error.message}</div>} />;
}

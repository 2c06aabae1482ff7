import { isVpcepError } from '@vpcep/client';

/** What went wrong, as a command of GitHub Actions, which shows it on the page of the run. */
export function errorAnnotation(error: unknown): string {
  if (isVpcepError(error, 'VpcepHttpError')) {
    const { operation, status, code, reason, requestId, remedy } = error;
    return annotation(
      [operation, status, code].filter(Boolean).join(' '),
      reason,
      remedy && `What to do: ${remedy.en}`,
      requestId && `Request ID, for support: ${requestId}`,
    );
  }
  if (isVpcepError(error, 'VpcepCallError'))
    return annotation(error.operation, error.message, `Done: ${error.outcome}`);
  if (error instanceof Error) return annotation(error.name, error.message);
  return annotation('Error', String(error));
}

function annotation(title: string, ...lines: (string | undefined)[]): string {
  return `::error title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(lines.filter(Boolean).join('\n'))}`;
}

/** A command is one line. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

import { isVpcepError } from '@vpcep/client';

/** What went wrong, and what to do about it. */
export function Problem({ error }: { error: Error }) {
  if (!isVpcepError(error, 'VpcepHttpError')) return <p role="alert">{error.message}</p>;
  const { reason, remedy, requestId } = error;
  return (
    <div role="alert">
      <p>{reason}</p>
      {remedy && <p>{remedy.en}</p>}
      {requestId && <p>Support asks for the ID of the request: {requestId}</p>}
    </div>
  );
}

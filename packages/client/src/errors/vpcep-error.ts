/** What every error of this client is an instance of. */
export class VpcepError extends Error {
  override name = 'VpcepError';
}

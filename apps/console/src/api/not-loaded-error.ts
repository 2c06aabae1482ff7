/** A page, dialog, drawer or tab did not come from where the console itself is. */
export class NotLoadedError extends Error {
  override name = 'NotLoadedError';
}

/** Why nothing could be compared. The message is for people, and holds no secret. */
export class DriftError extends Error {
  override readonly name: string = 'DriftError';
}

/** A body of a control route, or an argument of its function, that cannot be used. The message says what is wrong, and where. */
export class ControlError extends Error {
  override name = 'ControlError';
}

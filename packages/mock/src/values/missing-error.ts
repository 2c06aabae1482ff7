import { ControlError } from './control-error.js';

/** Something that is to be controlled, by its name, is not there. */
export class MissingError extends ControlError {
  override name = 'MissingError';
}

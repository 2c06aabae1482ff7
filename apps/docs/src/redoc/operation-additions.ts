// What `patches.ts` puts beside the operations.
export { OperationErrors } from '../errors/operation-errors.js';
export { TryItButton } from '../try-it/try-it-button.js';

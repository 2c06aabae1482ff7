import { VpcepCallError } from './vpcep-call-error.js';

/** No answer arrived, or none that could be read. Whether the service acted on the request is unknown. */
export class VpcepConnectionError extends VpcepCallError {
  override name = 'VpcepConnectionError';
}

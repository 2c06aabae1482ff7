import { operationAddress } from '@vpcep/openapi/reader';
import type { NamedCall } from './call-names.js';

/** A link to an operation by what it is called, with the name that SDKs have for it beside. */
export function OperationLink(props: {
  call: NamedCall;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}) {
  const { call, addressOf } = props;
  return (
    <a href={addressOf(operationAddress(call.operationId))} title={call.operationId}>
      {call.summary}
    </a>
  );
}

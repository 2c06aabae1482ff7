import { Fragment } from 'react';
import type { NamedCall } from '../calls/call-names.js';
import { OperationLink } from '../calls/operation-link.js';

/** What to do about an error, with links to the calls that it names. */
export function Remedy(props: {
  parts: readonly (string | NamedCall)[];
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}) {
  return props.parts.map((part, index) => (
    <Fragment key={index}>
      {typeof part === 'string' ? part : <OperationLink call={part} addressOf={props.addressOf} />}
    </Fragment>
  ));
}

import type { ReactNode } from 'react';
import { useOperationPlace } from '../operations/operation-place.js';

/** The heading of a part of an operation, with an address where it has one. */
export function PartHeading({ anchor, children }: { anchor?: string; children: ReactNode }) {
  const { base, level } = useOperationPlace();
  const Heading = level === 1 ? 'h2' : 'h4';
  if (anchor === undefined) return <Heading className="part">{children}</Heading>;
  const id = `${base}${anchor}`;
  return (
    <Heading className="part" id={id}>
      <a href={`#${id}`}>{children}</a>
    </Heading>
  );
}

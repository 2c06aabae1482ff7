import { useHref, useLinkClickHandler } from 'react-router';
import { boxes, cutText, type PlacedNode } from './lay-out.js';
import { StatusShape } from './status-shape.js';

/** A box: a link to the page of what it is, where it has one. */
export function PictureNodeBox({ node }: { node: PlacedNode }) {
  const { kind, name, status, address } = node;
  // What is seen may be cut; what is heard, and shown when it is pointed at, is not.
  const label = [kind, name, ...(status === undefined ? [] : [status.words])].join(', ');
  if (address === undefined) {
    return (
      <g role="img" className="picture-node">
        <Box node={node} label={label} />
      </g>
    );
  }
  return (
    <LinkedNode address={address}>
      <Box node={node} label={label} />
    </LinkedNode>
  );
}

function LinkedNode({ address, children }: { address: string; children: React.ReactNode }) {
  const href = useHref(address);
  const onClick = useLinkClickHandler(address);
  return (
    <a href={href} className="picture-node" onClick={onClick}>
      {children}
    </a>
  );
}

function Box({
  node: { x, y, width, kind, name, isCode = false, status },
  label,
}: {
  node: PlacedNode;
  label: string;
}) {
  const { height, padding, codeSize, nameSize, kindSize, shapeWidth } = boxes;
  const left = x - width / 2;
  const room = width - 2 * padding;
  const beside = status === undefined || status.look === 'plain' ? 0 : shapeWidth;
  return (
    <>
      <title>{label}</title>
      <rect x={left} y={y - height / 2} width={width} height={height} rx={8} />
      <text x={left + padding} y={y - 4} className={isCode ? 'mono' : 'picture-name'}>
        {cutText(name, room, isCode ? codeSize : nameSize)}
      </text>
      {status !== undefined && <StatusShape look={status.look} x={left + padding + 6} y={y + 12} />}
      <text x={left + padding + beside} y={y + 16} className="picture-kind">
        {cutText(status?.words ?? kind, room - beside, kindSize)}
      </text>
    </>
  );
}

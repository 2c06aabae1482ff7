import { theme } from 'antd';
import { type CSSProperties, useId, useMemo } from 'react';
import { layOut } from './lay-out.js';
import { PictureNodeBox } from './picture-node.js';
import type { Picture } from './picture.js';

/** Below this part of its size, a picture cannot be read, and is scrolled rather than made smaller. */
const leastScale = 0.8;

/** A picture, as wide as there is room for it. */
export function Drawing({ picture, label }: { picture: Picture; label: string }) {
  const { token } = theme.useToken();
  const arrow = useId();
  const { width, height, nodes, edges } = useMemo(() => layOut(picture), [picture]);
  const colours = {
    '--good': token.colorSuccess,
    '--waiting': token.colorWarning,
    '--passing': token.colorInfo,
    '--bad': token.colorError,
  };
  return (
    <div className="picture-frame" style={colours as CSSProperties}>
      <svg
        role="group"
        aria-label={label}
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: width * leastScale, maxWidth: width }}
      >
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M 1 1 L 7 4 L 1 7" fill="none" stroke="context-stroke" strokeWidth="1.4" />
          </marker>
        </defs>
        <g aria-hidden className="picture-edges">
          {edges.map(({ from, to, look, isWay, path }) => (
            <path key={`${from} ${to}`} d={path} data-look={look} {...(isWay ? { markerEnd: `url(#${arrow})` } : {})} />
          ))}
        </g>
        {nodes.map((node) => (
          <PictureNodeBox key={node.id} node={node} />
        ))}
      </svg>
    </div>
  );
}

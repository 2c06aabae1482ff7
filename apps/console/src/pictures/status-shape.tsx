import type { Look } from './picture.js';

/** What stands in the circle that says how something stands. */
const marks: Readonly<Record<Exclude<Look, 'plain'>, string>> = {
  good: 'M -2.8 0.2 L -0.8 2.2 L 3 -2',
  waiting: 'M 0 -3 L 0 0.4 L 2.4 1.8',
  passing: 'M -2.6 0 L -2.5 0 M -0.05 0 L 0.05 0 M 2.5 0 L 2.6 0',
  off: 'M -3 0 L 3 0',
  bad: 'M -2.2 -2.2 L 2.2 2.2 M 2.2 -2.2 L -2.2 2.2',
};

/** How something stands, by a shape that is another for each colour. */
export function StatusShape({ look, x, y }: { look: Look; x: number; y: number }) {
  if (look === 'plain') return null;
  return (
    <g className="picture-status" data-look={look} transform={`translate(${x} ${y})`}>
      <circle r={5.5} />
      <path d={marks[look]} />
    </g>
  );
}

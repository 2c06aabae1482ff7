import { Graph, layout, type Point } from '@dagrejs/dagre';
import type { Document } from '@vpcep/openapi/reader';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../site/languages.js';
import { partTextsOf } from './part-texts.js';
import { statusOf, type Way } from './ways.js';

const letterWidth = 7.9;
const badge = 9;
const head = 7;
/** What is new and what is gone have no name, and no state has theirs. */
const ends = { isNew: '<new>', isGone: '<gone>' };

/** A picture of the states of a status and of the ways between them, by the numbers of a list, as HTML within Markdown. */
export function statePicture(document: Document, language: Language, status: string): string {
  const texts = partTextsOf[language];
  const { states, passing, ways } = statusOf(document, status);
  const graph = laidOut(states, ways);
  const { width, height } = graph.graph();
  const arrows = ways.flatMap((way) => way.from.map((from) => ({ way, from, edge: graph.edge(edgeOf(way, from)) })));
  const nameOf = (state: string | undefined, other: string) => state ?? other;
  const inWords = ({ way, from }: (typeof arrows)[number]) =>
    `${way.number}. ${nameOf(from, texts.isNew)} → ${nameOf(way.to, texts.isGone)}${texts.colon}${way.summary}`;
  return renderToStaticMarkup(
    <div className="pictured">
      <svg className="picture state-picture" viewBox={`0 0 ${width} ${height}`} width={width} role="img">
        <title>{texts.statePicture}</title>
        <desc>{arrows.map(inWords).join(texts.semicolon)}</desc>
        {arrows.map((arrow) => (
          <path
            key={inWords(arrow)}
            className="arrow"
            d={`${curve(arrow.edge.points)} ${arrowHead(arrow.edge.points)}`}
          />
        ))}
        {arrows.map((arrow) => (
          <g key={inWords(arrow)} className="way">
            <title>{inWords(arrow)}</title>
            <circle className="badge" cx={arrow.edge.x} cy={arrow.edge.y} r={badge} />
            <text x={arrow.edge.x} y={arrow.edge.y + 4} textAnchor="middle">
              {arrow.way.number}
            </text>
          </g>
        ))}
        {Object.values(ends).map((end) => {
          const { x, y, width: size } = graph.node(end);
          return <circle key={end} className="end" cx={x} cy={y} r={size / 2} />;
        })}
        {states.map((state) => {
          const { x, y, ...size } = graph.node(state);
          const outline = passing.includes(state) ? 'box passing' : 'box';
          return (
            <g key={state} className="state">
              <rect className={outline} x={x - size.width / 2} y={y - size.height / 2} {...size} rx={6} />
              <text className="name" x={x} y={y + 4} textAnchor="middle">
                {state}
              </text>
            </g>
          );
        })}
      </svg>
    </div>,
  );
}

const edgeOf = ({ number, to }: Way, from: string | undefined) => ({
  v: from ?? ends.isNew,
  w: to ?? ends.isGone,
  name: String(number),
});

/** The places of all states, from top to bottom, and of the ways and their numbers. */
function laidOut(states: readonly string[], ways: readonly Way[]) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 20, edgesep: 14, ranksep: 18, marginx: 3, marginy: 3 });
  for (const end of Object.values(ends)) graph.setNode(end, { width: 12, height: 12 });
  for (const state of states) graph.setNode(state, { width: state.length * letterWidth + 18, height: 30 });
  for (const way of ways) {
    for (const from of way.from) {
      const { v, w, name } = edgeOf(way, from);
      graph.setEdge(v, w, { width: 2 * badge, height: 2 * badge, labelpos: 'c' }, name);
    }
  }
  layout(graph);
  return graph;
}

const place = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A smooth line through all points (Catmull and Rom's), so that it goes through its number. */
function curve(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? { x: 0, y: 0 };
  const parts = points.slice(1).map((point, before) => {
    const [previous, start, next] = [at(before - 1), at(before), at(before + 2)];
    const leave = { x: start.x + (point.x - previous.x) / 6, y: start.y + (point.y - previous.y) / 6 };
    const arrive = { x: point.x - (next.x - start.x) / 6, y: point.y - (next.y - start.y) / 6 };
    return `C${place(leave)} ${place(arrive)} ${place(point)}`;
  });
  return `M${place(at(0))} ${parts.join(' ')}`;
}

/** Two strokes at the last of the points, as the line arrives there. */
function arrowHead(points: readonly Point[]): string {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return '';
  const direction = Math.atan2(end.y - before.y, end.x - before.x);
  const stroke = (turn: number): Point => ({
    x: end.x - head * Math.cos(direction + turn),
    y: end.y - head * Math.sin(direction + turn),
  });
  return `M${place(stroke(0.55))} L${place(end)} L${place(stroke(-0.55))}`;
}

import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { Picture, PictureEdge, PictureNode } from './picture.js';

/** The sizes of boxes, and the room between them. */
export const boxes = { height: 50, padding: 12, codeSize: 12, nameSize: 13.5, kindSize: 12, shapeWidth: 17 };
const widths = { least: 112, most: 188 };
/** What all that nothing leads to hangs on, so that each box stands in its column. It is not drawn. */
const start = 'start';
const gaps = { nodesep: 12, ranksep: 44, edgesep: 8, marginx: 6, marginy: 6 };

/** A box, and where its middle is. */
export interface PlacedNode extends PictureNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A line, and the path that it takes. */
export interface PlacedEdge extends PictureEdge {
  readonly path: string;
}

/** A picture with a place for everything. */
export interface PlacedPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Finds a place for everything in a picture: from the left to the right, with as few lines across others as may be. */
export function layOut({ nodes, edges }: Picture): PlacedPicture {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', ...gaps });
  const widthOf = columnWidths(nodes);
  graph.setNode(start, { width: 0, height: 0 });
  for (const { id, column } of nodes) graph.setNode(id, { width: widthOf(column), height: boxes.height });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  const isReached = new Set(edges.map(({ to }) => to));
  for (const { id, column } of nodes) {
    if (!isReached.has(id)) graph.setEdge(start, id, { minlen: column + 1, weight: 0 });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placeOf = (id: string) => {
    const { x = 0, y = 0, width: across } = graph.node(id);
    return { x: x - gaps.ranksep, y, width: across };
  };
  return {
    // Nothing has no width.
    width: Math.max(0, width - gaps.ranksep),
    height,
    // An account may be behind several services, and is drawn once.
    nodes: uniqueBy(nodes, ({ id }) => id).map((node) => ({ ...node, ...placeOf(node.id) })),
    edges: uniqueBy(edges, ({ from, to }) => `${from} ${to}`).map((edge) => {
      const [from, to] = [placeOf(edge.from), placeOf(edge.to)];
      const [left, right] = [from.x + from.width / 2, to.x - to.width / 2];
      const middle = (left + right) / 2;
      return { ...edge, path: `M ${left} ${from.y} C ${middle} ${from.y}, ${middle} ${to.y}, ${right} ${to.y}` };
    }),
  };
}

const uniqueBy = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

/** How wide the boxes of each column are: as wide as what they say, within bounds. */
function columnWidths(nodes: readonly PictureNode[]): (column: number) => number {
  const found = new Map<number, number>();
  for (const node of nodes) found.set(node.column, Math.max(found.get(node.column) ?? 0, neededWidth(node)));
  return (column) => found.get(column) ?? widths.least;
}

function neededWidth({ name, kind, isCode = false, status }: PictureNode): number {
  const nameWidth = textWidth(name, isCode ? boxes.codeSize : boxes.nameSize);
  const kindWidth = textWidth(status?.words ?? kind, boxes.kindSize) + boxes.shapeWidth;
  return Math.min(widths.most, Math.max(widths.least, nameWidth, kindWidth) + 2 * boxes.padding);
}

/** About how wide a text is. Chinese characters are as wide as they are high, and others about 0.6 of that. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((width, character) => width + (/[\u2e80-\uffff]/.test(character) ? 1 : 0.61) * size, 0);

/** A text as far as it fits, with an ellipsis where it goes on. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('')}…`;
}

/** What is used of dagre, whose own types name files in a way that TypeScript does not follow in ES modules. */
declare module '@dagrejs/dagre' {
  export interface Point {
    x: number;
    y: number;
  }
  export interface Size {
    width: number;
    height: number;
  }
  export class Graph {
    constructor(options: { multigraph: boolean });
    setGraph(
      options: Record<'nodesep' | 'edgesep' | 'ranksep' | 'marginx' | 'marginy', number> & { rankdir: 'TB' },
    ): void;
    setNode(name: string, size: Size): void;
    setEdge(from: string, to: string, label: Size & { labelpos: 'c' }, name: string): void;
    /** The size of all, once it is laid out. */
    graph(): Size;
    /** Where the middle of a node is. */
    node(name: string): Size & Point;
    /** Where the label of an edge is, and through which points it goes. */
    edge(edge: { v: string; w: string; name: string }): Point & { points: Point[] };
  }
  /** Places the nodes and edges of a graph in layers. */
  export function layout(graph: Graph): void;
}

/** How something stands, as pictures show it by a colour and a shape, beside the words. */
export type Look = 'good' | 'waiting' | 'passing' | 'off' | 'bad' | 'plain';

/** A box of a picture. */
export interface PictureNode {
  readonly id: string;
  /** What it is, such as an endpoint. */
  readonly kind: string;
  readonly name: string;
  /** In which column it stands, from the left: boxes of a kind stand below each other. */
  readonly column: number;
  /** Whether the name is an ID, or the like. */
  readonly isCode?: boolean;
  readonly status?: { readonly look: Look; readonly words: string };
  /** The page of what it is; none where it has none here. */
  readonly address?: string;
}

/** A line from one box to another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly look: Look;
  /** Whether traffic goes along it; otherwise it says to whom something belongs. */
  readonly isWay: boolean;
}

/** A cell of a table: a text, and where it leads. */
export interface PictureCell {
  readonly text: string;
  readonly address?: string | undefined;
}

/** The facts of a picture, for those who would rather read them. */
export interface PictureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PictureCell[])[];
}

/** Boxes, in the order in which one goes through them, and the lines between them. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly tables: readonly PictureTable[];
}

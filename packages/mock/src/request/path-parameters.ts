/** A parameter of a path, and the segment that it stands for. */
export interface PathSegment {
  readonly name: string;
  readonly index: number;
}

/** The parameters of a path of the document, and the segments that they stand for. */
export const pathParameters = (path: string): PathSegment[] =>
  path.split('/').flatMap((part, index) => (part.startsWith('{') ? [{ name: part.slice(1, -1), index }] : []));

/** The values of the path's parameters. */
export function pathValues(segments: readonly PathSegment[], path: string): Record<string, string> {
  const parts = path.split('/');
  const values: Record<string, string> = {};
  for (const { name, index } of segments) values[name] = decodeURIComponent(parts[index] ?? '');
  return values;
}

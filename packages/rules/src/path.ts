/** The way from the arguments to a value: names of members, and positions in lists. */
export type Path = readonly (string | number)[];

/** Names a place the way JavaScript would, such as `body.ports[1].client_port`. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, segment) =>
      typeof segment === 'number' ? `${name}[${segment}]` : name === '' ? segment : `${name}.${segment}`,
    '',
  );
}

/** The last name of a place, with its position if it is in a list, such as `client_port` or `tags[2]`. */
export function label(path: Path): string {
  let name = path.length - 1;
  while (typeof path[name] === 'number') name -= 1;
  return name < 0 ? 'arguments' : fieldName(path.slice(name));
}

const ways = new Map<string, readonly string[]>();

/** The segments of a place such as `tags[].values`, where `[]` stands for every item of a list: `tags`, `[]`, `values`. */
export function segmentsOf(place: string): readonly string[] {
  let way = ways.get(place);
  if (way === undefined) {
    // The places of rules are as many as the rules, and asked for with every request.
    way = place.match(/\[\]|[^.[\]]+/g) ?? [];
    ways.set(place, way);
  }
  return way;
}

/** What a JSON Pointer such as `/endpoints/0/id` leads to; undefined when it is not there. */
export function valueAt(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (isContainer(value) ? value[name] : undefined), json);
}

/** Puts a value at a place of an object, where the object has one already: names and numbers from the outside in. */
export function putAt(json: unknown, place: readonly string[], value: unknown): void {
  const [name, ...further] = place;
  if (name === undefined || !isContainer(json) || !(name in json)) return;
  if (further.length === 0) json[name] = value;
  else putAt(json[name], further, value);
}

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

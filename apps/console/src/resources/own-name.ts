/** The part of a service's full name, `{region}.{name}.{id}`, that its owner has chosen; the full name without one. */
export function ownName({ id, service_name: fullName }: { id: string; service_name: string }): string {
  const [, name] = /^[^.]+\.(.+)$/.exec(fullName.endsWith(`.${id}`) ? fullName.slice(0, -id.length - 1) : '') ?? [];
  // An odd service may send neither.
  return name ?? [fullName, id, '–'].find((each) => each !== '') ?? '';
}

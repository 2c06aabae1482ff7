import { type PermissionType, permissionTypeValues } from '@vpcep/types';

/** The type of an entry. One that is not about accounts names its type in its text. */
export const typeOf = (entry = ''): PermissionType =>
  permissionTypeValues.find((type) => entry.includes(`:${type}::`)) ?? 'domainId';

/** The type that all of some entries have; undefined when they have several. */
export function commonTypeOf(entries: readonly string[]): PermissionType | undefined {
  const [type = typeOf(), ...others] = new Set(entries.map(typeOf));
  return others.length === 0 ? type : undefined;
}

/**
 * Whether a version is raised far enough above another to allow for breaking changes: by the major number, and before
 * 1.0.0 by the minor number at least.
 */
export function allowsBreaking(released: string, present: string): boolean {
  const [oldMajor, oldMinor] = numbers(released);
  const [major, minor] = numbers(present);
  return major > oldMajor || (major === 0 && oldMajor === 0 && minor > oldMinor);
}

function numbers(version: string): [major: number, minor: number] {
  const match = /^(\d+)\.(\d+)\.\d+$/.exec(version);
  if (!match) throw new Error(`"${version}" is not a version of the form x.y.z`);
  return [Number(match[1]), Number(match[2])];
}

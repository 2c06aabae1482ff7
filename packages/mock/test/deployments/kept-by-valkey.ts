import { optionsIn } from './command-arguments.js';

/** What the promises of a shared mock rest upon. */
const needed = { '--appendonly': 'yes', '--appendfsync': 'always', '--maxmemory-policy': 'noeviction' };

const factors = { m: 2 ** 20, g: 2 ** 30 };

/** A size as Valkey (`512mb`), Compose (`512m`) or Kubernetes (`512Mi`) writes it, in bytes. */
function bytesOf(size: string): number {
  const [, number, unit] = /^(\d+)(m|g)[bi]?$/i.exec(size) ?? [];
  if (number === undefined || unit === undefined) throw new Error(`"${size}" is no size in mega- or gigabytes`);
  return Number(number) * (unit.toLowerCase() === 'm' ? factors.m : factors.g);
}

/** Why a Valkey that is started so might lose what was answered, or be ended for its memory. */
export function lossesOf(args: readonly string[], memoryLimit: string): string[] {
  const options = optionsIn(args);
  const [memory] = options.get('--maxmemory') ?? [];
  const missing = Object.entries(needed).filter(([name, value]) => options.get(name)?.join() !== value);
  return [
    ...missing.map(([name, value]) => `${name} is not ${value}`),
    // While it writes its log anew, a second process has what changes meanwhile a second time.
    ...(memory !== undefined && bytesOf(memory) * 2 <= bytesOf(memoryLimit)
      ? []
      : [`--maxmemory is more than half of ${memoryLimit}`]),
  ];
}

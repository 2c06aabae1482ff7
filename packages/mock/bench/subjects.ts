import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const require = createRequire(import.meta.url);
const document = require.resolve('@vpcep/openapi/openapi.json');
const prism = require.resolve('@stoplight/prism-cli');
/** The command, as it is built. */
export const vpcepMock = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));
// A loader of TypeScript in its process would count as the mock's memory.
const filledMock = fileURLToPath(new URL('../node_modules/.cache/bench/filled-mock.mjs', import.meta.url));
buildSync({
  entryPoints: [fileURLToPath(new URL('./filled-mock.ts', import.meta.url))],
  outfile: filledMock,
  bundle: true,
  external: ['@vpcep/mock'],
  format: 'esm',
  platform: 'node',
});

/** A mock server as people run it. */
export interface Subject {
  readonly name: string;
  /** How many endpoint services it remembers when it is ready, if it remembers any. */
  readonly services?: number;
  /** Whether it is asked in a world of its own, which starts as the mock has started. */
  readonly isInWorld?: boolean;
  /** Arguments of Node that start it on a port. */
  args(port: string): string[];
}

const prismMock = (...options: string[]) => ({
  args: (port: string) => [prism, 'mock', document, '--port', port, '--multiprocess=false', ...options],
});

/** The first is what the others are compared with. */
export const commands: readonly [Subject, ...Subject[]] = [
  { name: 'prism mock', ...prismMock() },
  { name: 'prism mock, silent', ...prismMock('--verboseLevel', 'silent') },
  { name: 'vpcep-mock', args: (port) => [vpcepMock, '--port', port] },
  { name: 'vpcep-mock --quiet', args: (port) => [vpcepMock, '--port', port, '--quiet'] },
];

/** The mock with so many services, which logs as the command does. */
export const filled = (services: number): Subject => ({
  name: `vpcep-mock, ${services.toLocaleString('en')} services`,
  services,
  args: (port) => [filledMock, port, String(services)],
});

/** The same in a world. */
export const inWorld = (subject: Subject): Subject => ({
  ...subject,
  name: `${subject.name}, in a world`,
  isInWorld: true,
});

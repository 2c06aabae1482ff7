import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type ConnectedMock, connectMock } from './connect/connect-mock.js';
import type { Snapshot, SnapshotSummary } from './snapshots/snapshots.js';
import { UsageError } from './usage-error.js';
import { ControlError } from './values/control-error.js';

export const snapshotUsage = `Usage: vpcep-mock snapshot <command> [options]

Saves what a running mock remembers under a name, and has it remember that again.

Commands:
  save <name>            save what it remembers now
  list                   show what was saved
  restore <name>         remember that again, time included
  remove <name>          forget a snapshot
  export <name>          write a snapshot to --file, or to the standard output, in JSON
  import <file>          take a snapshot from a file, or with - from the standard input

Options:
  --url <url>            where the mock listens, or a world of it (default: http://127.0.0.1:4010)
  --file <file>          where export writes to
  --name <name>          the name that import gives (default: that which it was exported with)
  -h, --help             show this text
`;

type Run = (mock: ConnectedMock, subject: string, options: { file?: string; name?: string }) => Promise<string>;

const describe = ({ name, savedAt, services, endpoints }: SnapshotSummary): string =>
  `${name}  ${savedAt}  ${services} endpoint services, ${endpoints} endpoints\n`;

/** What a command does, and what it is about. It returns what it prints. */
interface Command {
  readonly subject?: 'name' | 'file';
  /** The option that it alone has. */
  readonly option?: 'name' | 'file';
  readonly run: Run;
}

const commands: Readonly<Record<string, Command>> = {
  save: { subject: 'name', run: async (mock, name) => `saved ${describe(await mock.snapshots.save(name))}` },
  list: { run: async (mock) => (await mock.snapshots.list()).map(describe).join('') },
  restore: {
    subject: 'name',
    async run(mock, name) {
      await mock.snapshots.restore(name);
      return `restored ${name}\n`;
    },
  },
  remove: {
    subject: 'name',
    async run(mock, name) {
      await mock.snapshots.remove(name);
      return `removed ${name}\n`;
    },
  },
  export: {
    subject: 'name',
    option: 'file',
    async run(mock, name, { file }) {
      const content = `${JSON.stringify(await mock.snapshots.export(name))}\n`;
      if (file === undefined) return content;
      await writeFile(file, content).catch(failAt(file, 'written'));
      return `exported ${name} to ${file}\n`;
    },
  },
  import: {
    subject: 'file',
    option: 'name',
    async run(mock, file, { name }) {
      const snapshot = readSnapshot(
        await (file === '-' ? text(process.stdin) : readFile(file, 'utf8').catch(failAt(file, 'read'))),
        file,
      );
      return `imported ${describe(await mock.snapshots.import({ ...snapshot, ...(name !== undefined && { name }) }))}`;
    },
  },
};

/**
 * Runs `vpcep-mock snapshot`.
 *
 * @returns what it prints.
 * @throws UsageError when it is called wrongly, and ControlError or MockConnectionError when it cannot be done.
 */
export async function runSnapshotCommand(args: string[]): Promise<string> {
  const { values, positionals } = readArgs(args);
  if (values.help === true) return snapshotUsage;
  const [name = '', subject, ...more] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`snapshot must be followed by one of ${Object.keys(commands).join(', ')}, not "${name}"`);
  }
  const expected = command.subject === undefined ? 0 : 1;
  if (positionals.length - 1 !== expected) {
    throw new UsageError(
      expected === 0
        ? `snapshot ${name} takes nothing more, and got "${[subject, ...more].join(' ')}"`
        : `snapshot ${name} needs one ${String(command.subject)}`,
    );
  }
  const { url = 'http://127.0.0.1:4010', help: _, ...options } = values;
  for (const option of ['file', 'name'] as const) {
    if (options[option] !== undefined && option !== command.option) {
      throw new UsageError(`snapshot ${name} has no option --${option}; leave it out`);
    }
  }
  return command.run(await connectMock(url), subject ?? '', options);
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        file: { type: 'string' },
        name: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

const failAt = (file: string, what: 'read' | 'written') => (error: unknown) => {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  throw new ControlError(`${file} cannot be ${what} (${reason}).`, { cause: error });
};

/** What a file holds. The mock checks whether it is a snapshot. */
function readSnapshot(content: string, file: string): Snapshot {
  try {
    return JSON.parse(content) as Snapshot;
  } catch (error) {
    throw new ControlError(`${file} holds no snapshot: ${String(error)}`);
  }
}

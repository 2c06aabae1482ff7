import { parseArgs } from 'node:util';
import { MockStartError } from './mock-start-error.js';
import { startMock, type MockOptions } from './start-mock.js';

const usage = `Usage: vpcep-mock [options]

A mock server of the Huawei Cloud VPC Endpoint API. It checks every request against the OpenAPI document and answers
with the document's examples. A Prefer header chooses another answer:
  Prefer: code=404          the answer with this status
  Prefer: example=creating  the example with this name
  Prefer: dynamic=true      values made up from the schema

Options:
  --port <number>    port to listen on; 0 takes a free one (default: 4010)
  --host <address>   address to listen on (default: 127.0.0.1)
  --document <file>  another OpenAPI document, in JSON or YAML
  --quiet            do not log requests
  --help             show this text
`;

/** A mistake in how the command was called. */
class UsageError extends Error {}

function readOptions(args: string[]): MockOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        document: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  if (values.help) return 'help';
  const { port, host, document, quiet } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) {
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${port}"`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(host === undefined ? {} : { host }),
    ...(document === undefined ? {} : { document }),
    ...(quiet ? {} : { log: (line: string) => void process.stdout.write(`${line}\n`) }),
  };
}

/** Runs the command `vpcep-mock`, until it is told to stop by a signal. */
export async function run(args: string[]): Promise<void> {
  try {
    const options = readOptions(args);
    if (options === 'help') {
      process.stdout.write(usage);
      return;
    }
    const mock = await startMock(options);
    process.stdout.write(`vpcep-mock listens on ${mock.url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
  } catch (error) {
    if (!(error instanceof MockStartError || error instanceof UsageError)) throw error;
    process.stderr.write(`vpcep-mock: ${error.message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

import { startMock } from '@vpcep/mock';
import { manyServices } from './many-services.js';

/** A mock that remembers many endpoint services from the start. It logs to a pipe, as the command does with `--json`. */
const [port = '', services = ''] = process.argv.slice(2);

const mock = await startMock({
  port: Number(port),
  scenario: manyServices(Number(services)),
  log: (entry) => void process.stdout.write(`${JSON.stringify(entry)}\n`),
});
process.once('SIGTERM', () => void mock.close());

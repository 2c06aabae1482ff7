import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { redocly } from './tools/redocly.js';
import { ToolError } from './tools/run.js';
import { workflows } from './workflows.js';

/** Runs workflows against a server, one after the other: those that are named, or all. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string', default: 'http://127.0.0.1:4010' } },
});
const files = positionals.length === 0 ? workflows() : positionals.map((name) => `workflows/${name}.arazzo.yaml`);
for (const file of files) {
  // A backend of its own for each run: what an earlier one has left behind may still be published.
  const inputs = JSON.stringify({ portId: randomUUID() });
  try {
    process.stdout.write(redocly(['respect', file, '--server', `vpcep=${values.server}`, '--input', inputs]));
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    // The others are run all the same.
    process.stderr.write(error.message);
    process.exitCode = 1;
  }
}

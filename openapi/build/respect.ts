import { parseArgs } from 'node:util';
import { redocly } from './tools/redocly.js';
import { workflows } from './workflows.js';

/** Runs workflows against a server: those that are named, or all. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string', default: 'http://127.0.0.1:4010' } },
});
const files = positionals.length === 0 ? workflows() : positionals.map((name) => `workflows/${name}.arazzo.yaml`);
process.stdout.write(redocly(['respect', ...files, '--server', `vpcep=${values.server}`]));

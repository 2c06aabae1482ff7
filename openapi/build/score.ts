import { redocly } from './tools/redocly.js';

/** Prints how well the document serves programs that choose calls by themselves, by the measure of `redocly score`. */
process.stdout.write(redocly(['score', 'dist/openapi.json', ...process.argv.slice(2)]));

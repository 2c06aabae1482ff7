import { fileURLToPath } from 'node:url';
import { obstaclesToPublishing } from './release/obstacles.js';

/** Fails, with what to do, before a release takes its time for nothing. */
const obstacles = await obstaclesToPublishing(fileURLToPath(new URL('..', import.meta.url)));
for (const obstacle of obstacles) process.stderr.write(`${obstacle}\n`);
if (obstacles.length > 0) process.exitCode = 1;

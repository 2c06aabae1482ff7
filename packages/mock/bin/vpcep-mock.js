#!/usr/bin/env node
import module from 'node:module';

// Node 22.8 and later keep what they compiled, for a faster start the next time.
module.enableCompileCache?.();
const { run } = await import('../dist/cli.js');

await run(process.argv.slice(2));

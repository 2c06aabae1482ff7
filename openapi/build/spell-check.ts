import { spelling } from './tools/spelling.js';

process.stdout.write(spelling());

import { spelling } from './spelling.js';

process.stdout.write(spelling());

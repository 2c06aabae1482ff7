import { redocly } from './redocly.js';
import { workflows } from './workflows.js';

// The tree is what we write, the bundles are what others read: both must be without findings.
const apis = ['tree', 'bundle-json', 'bundle-yaml'];
process.stdout.write(redocly(['lint', ...apis, ...workflows()]));

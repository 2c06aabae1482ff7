import { redocly } from './redocly.js';

// The tree is what we write, the bundles are what others read: both must be without findings.
for (const api of ['tree', 'bundle-json', 'bundle-yaml']) process.stdout.write(redocly(['lint', api]));

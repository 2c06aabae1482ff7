import { fileURLToPath } from 'node:url';
import { writeMetadata } from './release/metadata.js';

/** Has the packages say the address and the authors that the repository's own package.json says. */
writeMetadata(fileURLToPath(new URL('..', import.meta.url)));

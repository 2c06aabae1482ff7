import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { overlayFile, readTranslations, skeleton } from './overlay.js';
import { openapiFolder } from './run.js';
import { untranslated } from './translations.js';

/** Prints what the Chinese edition lacks, as actions to be filled in and passed to `add-translations.ts`. */
const document = JSON.parse(await readFile(join(openapiFolder, 'dist/openapi.json'), 'utf8')) as object;
process.stdout.write(skeleton(untranslated(document, readTranslations(overlayFile))));

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { overlayFile, readTranslations, withActions } from './overlay.js';
import { openapiFolder } from './run.js';
import { withAdded } from './translations.js';

/** Puts translations from the files named on the command line into the overlay of the Chinese edition. */
const document = JSON.parse(await readFile(join(openapiFolder, 'dist/openapi.json'), 'utf8')) as object;
// npm runs this in the package's folder, and says where it was called itself.
const caller = process.env['INIT_CWD'] ?? '.';
const added = process.argv.slice(2).flatMap((file) => readTranslations(resolve(caller, file)));
const actions = withAdded(document, readTranslations(overlayFile), added);
await writeFile(overlayFile, withActions(await readFile(overlayFile, 'utf8'), actions));

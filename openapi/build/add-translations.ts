import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { englishBundle } from './bundle/english-bundle.js';
import { overlayFile, readTranslations, withActions } from './translations/overlay.js';
import { withAdded } from './translations/translations.js';

/** Puts translations from the files named on the command line into the overlay of the Chinese edition. */

// npm runs this in the package's folder, and says where it was called itself.
const caller = process.env['INIT_CWD'] ?? '.';
const added = process.argv.slice(2).flatMap((file) => readTranslations(resolve(caller, file)));
const actions = withAdded(englishBundle(), readTranslations(overlayFile), added);
await writeFile(overlayFile, withActions(await readFile(overlayFile, 'utf8'), actions));

import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { namedEdition } from './translations/edition.js';
import { readTranslations, withActions } from './translations/overlay.js';
import { withAdded } from './translations/translations.js';

/** Puts translations from the files named on the command line into the overlay of the Chinese edition. */

// npm runs this in the package's folder, and says where it was called itself.
const caller = process.env['INIT_CWD'] ?? '.';
const { values, positionals } = parseArgs({
  options: { 'as-of': { type: 'string' }, workflows: { type: 'boolean' } },
  allowPositionals: true,
});
const { overlay, texts } = namedEdition(values);
const added = positionals.flatMap((file) => readTranslations(resolve(caller, file)));
const actions = withAdded(texts, readTranslations(overlay), added);
await writeFile(overlay, withActions(await readFile(overlay, 'utf8'), actions));

import { parseArgs } from 'node:util';
import { namedEdition } from './translations/edition.js';
import { readTranslations, skeleton } from './translations/overlay.js';
import { untranslated } from './translations/translations.js';

/** Prints what the Chinese edition lacks, as actions to be filled in and passed to `add-translations.ts`. */
const { values } = parseArgs({ options: { 'as-of': { type: 'string' }, workflows: { type: 'boolean' } } });
const { overlay, texts } = namedEdition(values);
process.stdout.write(skeleton(untranslated(texts, readTranslations(overlay))));

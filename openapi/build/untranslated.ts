import { englishBundle } from './bundle/english-bundle.js';
import { overlayFile, readTranslations, skeleton } from './translations/overlay.js';
import { untranslated } from './translations/translations.js';

/** Prints what the Chinese edition lacks, as actions to be filled in and passed to `add-translations.ts`. */
process.stdout.write(skeleton(untranslated(englishBundle(), readTranslations(overlayFile))));

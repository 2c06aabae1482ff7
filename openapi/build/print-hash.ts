import { bundledDocument } from './bundle/bundled-document.js';
import { hashOf } from './bundle/document-hash.js';

/** Prints the hash of the document as it stands in the tree of files, whatever has been built. */
process.stdout.write(hashOf(await bundledDocument()));

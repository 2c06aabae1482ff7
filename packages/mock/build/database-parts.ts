import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { apartOptions } from './apart.js';

/**
 * The database, which only those load who persist what they have. As a dependency it would be installed with a script, which
 * npm warns of, and which has nothing to do where the package brings a binary: so it comes along, binaries and all.
 */
const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('classic-level/package.json'));

/** How the database comes into a file of its own. */
export const databaseOptions = apartOptions({ database: 'src/persistence/database.ts' });

/** One binary for each platform, each in the folder in which node-gyp-build looks for it. */
export const binaries = join(folder, 'prebuilds');

/** The packages whose code is in the binaries alone. */
export const packagesInBinaries = [
  dirname(createRequire(join(folder, 'index.js')).resolve('napi-macros/package.json')),
];

/** The licences of what is compiled into the binaries, besides that of the package. */
export const licencesInBinaries = {
  'classic-level': ['deps/leveldb/leveldb-1.20/LICENSE', 'deps/snappy/snappy/COPYING'],
};

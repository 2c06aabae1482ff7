import { addCommonJs } from '@vpcep/commonjs';
import { publicSubpaths } from './public-subpaths.js';

await addCommonJs(
  new URL('../dist/', import.meta.url),
  publicSubpaths.map(({ types }) => types.replace('./dist/', '')),
);

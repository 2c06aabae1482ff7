import { addCommonJs } from '@vpcep/commonjs';

await addCommonJs(new URL('../dist/', import.meta.url), ['index.d.ts']);

import { addCommonJs } from '@vpcep/commonjs';

await addCommonJs(new URL('..', import.meta.url));

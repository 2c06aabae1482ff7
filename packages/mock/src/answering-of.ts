import { behave } from './behaviour/behave.js';
import { unknownFields } from './behaviour/unknown-fields.js';
import type { Answering } from './contract/contract.js';
import type { MockSettings } from './options.js';

/** How a mock answers, by what it was started with. */
export const answeringOf = (settings: MockSettings): Answering => ({
  behave: settings.stateful ? behave : undefined,
  region: settings.regional ? settings.region : undefined,
  unknownFields: settings.unknownFields === 'warn' ? unknownFields : undefined,
});

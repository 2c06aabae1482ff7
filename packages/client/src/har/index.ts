export type { Har, HarEntry, HarMessage, HarPair, HarRequest, HarResponse, HarTimings } from './har.js';
export { recordHar, type HarRecorder, type RecordHarOptions } from './record-har.js';

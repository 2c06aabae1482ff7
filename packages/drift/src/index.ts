export { documentHash } from '@vpcep/openapi';
export { driftOf, type DriftOptions } from './drift-of.js';
export { DriftError } from './drift-error.js';
export type { Finding } from './judge/finding.js';
export { reportOf, type Subject } from './report/report.js';
export type { Exchange, Traffic } from './traffic/exchange.js';
export type { Har } from './traffic/har.js';

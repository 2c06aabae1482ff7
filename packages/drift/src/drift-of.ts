import type { LaterState } from '@vpcep/openapi/documents';
import { documentAsOf } from './documents.js';
import { DriftError } from './drift-error.js';
import type { Finding } from './judge/finding.js';
import { judge } from './judge/judge.js';
import type { Traffic } from './traffic/exchange.js';
import type { Har } from './traffic/har.js';
import { trafficOf } from './traffic/traffic.js';

/** Options of {@link driftOf}. */
export interface DriftOptions {
  /**
   * Where the API was reached.
   *
   * @default any server of the document
   */
  baseUrl?: string;
  /**
   * The state of the API that the answers are held against, such as `2026-08`.
   *
   * @default the first
   */
  asOf?: LaterState;
}

/**
 * Holds recorded answers against the document.
 *
 * @returns what they have that it does not say, with personal values masked, and what was looked at.
 * @throws DriftError when no answer of the API is among them.
 */
export function driftOf(har: Har, { baseUrl, asOf }: DriftOptions = {}): { findings: Finding[]; traffic: Traffic } {
  const document = documentAsOf(asOf);
  const traffic = trafficOf(har, document, baseUrl);
  if (traffic.exchanges.length === 0) {
    const where = baseUrl ?? "the document's servers; --base-url names another place";
    throw new DriftError(`there is no answer of the API from ${where}`);
  }
  return { findings: judge(document, traffic.exchanges), traffic };
}

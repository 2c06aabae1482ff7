import { hash, scryptSync } from 'node:crypto';
import type { MockSettings } from '../options.js';
import { readVersion } from '../version.js';
import { imageLayout } from './image.js';

/** What all replicas of a mock have to have alike, each by its name. */
export type Agreement = Readonly<Record<string, string>>;

const digest = (value: unknown): string => hash('sha256', JSON.stringify(value)).slice(0, 16);
/** Takes so long that nobody tries what passwords it may be of. */
const slowDigest = (value: unknown): string => scryptSync(JSON.stringify(value), 'vpcep-mock', 8).toString('hex');
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a replica goes by. No secret is in it: known credentials are told apart by a digest alone. */
export function agreementOf(settings: MockSettings, documentHash: string): Agreement {
  const { scenario, auth, asOf, defaults, region, regional, seed, clock, unknownFields } = settings;
  return {
    version: readVersion(),
    'layout of images': String(imageLayout),
    document: documentHash,
    'as-of': asOf ?? 'the tables',
    scenario: typeof scenario === 'string' ? scenario : `a state (${digest(scenario)})`,
    clock,
    seed,
    region,
    regional: String(regional),
    auth: typeof auth === 'string' ? auth : `known credentials (${slowDigest(auth)})`,
    'unknown-fields': unknownFields,
    transitions: shown(defaults.transitions),
    quotas: shown(defaults.quotas),
  };
}

/** What is not alike, in words; empty when all is. */
export function differences(theirs: Agreement, own: Agreement): string[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(own)])];
  return names
    .filter((name) => theirs[name] !== own[name])
    .map((name) => `${name} is ${theirs[name] ?? 'not there'} there and ${own[name] ?? 'not there'} here`);
}

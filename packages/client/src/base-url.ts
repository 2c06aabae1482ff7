import { absoluteUrl } from './absolute-url.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import { regionBaseUrls, type Region } from './regions.js';

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target = { region: Region; baseUrl?: string } | { region?: Region; baseUrl: string };

/** @throws VpcepValidationError when the region is unknown, or the URL is not an absolute http or https URL. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  return baseUrl === undefined ? regionBaseUrl(region) : absoluteUrl(baseUrl);
}

/** @throws VpcepValidationError, naming the regions that are written much alike, when the region is unknown. */
export function regionBaseUrl(region: unknown): string {
  const known: Partial<Record<string, string>> = regionBaseUrls;
  const given = String(region);
  const found = typeof region === 'string' && Object.hasOwn(known, region) && known[region];
  if (found) return found;
  const alike = similar(given.toLowerCase(), Object.keys(known));
  throw new VpcepValidationError(
    'region',
    `${region === undefined ? 'must be given' : `${JSON.stringify(given)} is unknown`}${alike && `; similar are ${alike}`}` +
      '; regionBaseUrls holds all; for any other host give baseUrl',
  );
}

/** The candidates that are at most 3 edits away, the nearest first, and no more than 4. */
function similar(text: string, candidates: string[]): string {
  const found = [0, 1, 2, 3].flatMap((edits) => candidates.filter((candidate) => isWithin(edits, text, candidate)));
  return [...new Set(found)].slice(0, 4).join(', ');
}

/** Whether so many characters put in, taken out or exchanged make the one text of the other. */
function isWithin(edits: number, from: string, to: string): boolean {
  if (from === to) return true;
  const [fromRest, toRest] = [from.slice(1), to.slice(1)];
  if (from.at(0) === to.at(0)) return isWithin(edits, fromRest, toRest);
  return (
    edits > 0 &&
    [
      [from, toRest],
      [fromRest, to],
      [fromRest, toRest],
    ].some(([a = '', b = '']) => isWithin(edits - 1, a, b))
  );
}

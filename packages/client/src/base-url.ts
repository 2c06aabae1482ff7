import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import { regionBaseUrls, type Region } from './regions.js';

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target = { region: Region; baseUrl?: string } | { region?: Region; baseUrl: string };

/** @throws VpcepValidationError when the region is unknown, or the URL is not an absolute http or https URL. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  if (baseUrl !== undefined) {
    if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
      throw new VpcepValidationError('baseUrl', 'must be an absolute URL that starts with https:// or http://');
    }
    return baseUrl.replace(/\/+$/, '');
  }
  if (region === undefined) {
    throw new VpcepValidationError('region', 'must be given, such as cn-north-4; for any other host give baseUrl');
  }
  return regionBaseUrl(region);
}

/** @throws VpcepValidationError, naming the regions that are written much alike, when the region is unknown. */
export function regionBaseUrl(region: unknown): string {
  if (isRegion(region)) return regionBaseUrls[region];
  const given = String(region);
  const alike = similar(given.toLowerCase(), Object.keys(regionBaseUrls));
  throw new VpcepValidationError(
    'region',
    `${JSON.stringify(given)} is unknown${alike.length > 0 ? `; similar are ${alike.join(', ')}` : ''}; ` +
      'regionBaseUrls holds all; for any other host give baseUrl',
  );
}

function isRegion(region: unknown): region is Region {
  return typeof region === 'string' && Object.hasOwn(regionBaseUrls, region);
}

/** The candidates that are at most 3 edits away, the nearest first, and no more than 4. */
function similar(text: string, candidates: string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, edits: distance(text, candidate) }))
    .filter(({ edits }) => edits <= 3)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 4)
    .map(({ candidate }) => candidate);
}

/** The Levenshtein distance: how many characters have to be put in, taken out or exchanged. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, edits) => edits);
  for (const [done, character] of Array.from(from).entries()) {
    let left = done + 1;
    row = row.map((above, column) => {
      if (column === 0) return left;
      const exchanged = (row[column - 1] ?? 0) + Number(character !== to[column - 1]);
      return (left = Math.min(left + 1, above + 1, exchanged));
    });
  }
  return row[to.length] ?? 0;
}

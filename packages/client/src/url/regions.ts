import { VpcepValidationError } from '../errors/vpcep-error.js';
import { regionsByBaseUrl } from '../generated/regions.js';

/** The ID of a region of Huawei Cloud that offers the service. */
export type Region = (typeof regionsByBaseUrl)[keyof typeof regionsByBaseUrl][number];

/** Base URL of every region's host, by the region's ID. */
export const regionBaseUrls = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(regionsByBaseUrl).flatMap(([url, regions]) =>
    regions.map((region) => [region, url.replace('{region}', region)]),
  ),
) as Readonly<Record<Region, string>>;

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
    (isWithin(edits - 1, from, toRest) || isWithin(edits - 1, fromRest, to) || isWithin(edits - 1, fromRest, toRest))
  );
}

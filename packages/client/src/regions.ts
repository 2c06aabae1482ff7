import { regionsByBaseUrl } from './generated/regions.js';

/** The ID of a region of Huawei Cloud that offers the service. */
export type Region = (typeof regionsByBaseUrl)[keyof typeof regionsByBaseUrl][number];

/** Base URL of every region's host, by the region's ID. */
export const regionBaseUrls = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(regionsByBaseUrl).flatMap(([url, regions]) =>
    regions.map((region) => [region, url.replace('{region}', region)]),
  ),
) as Readonly<Record<Region, string>>;

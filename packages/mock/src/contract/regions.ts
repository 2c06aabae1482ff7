import type { IHttpOperation } from '@stoplight/types';

/** Tells which operations are in a region: those of which the document names no regions, or names this one. */
export const isInRegion =
  (region: string) =>
  ({ extensions }: IHttpOperation): boolean => {
    const regions: unknown = extensions?.['x-regions'];
    return !Array.isArray(regions) || regions.includes(region);
  };

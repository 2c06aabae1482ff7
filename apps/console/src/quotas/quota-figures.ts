import type { Quota } from '@vpcep/types';

/** From which part of a quota on a reader is warned. */
const scarceFrom = 0.9;

/** How much of a quota is used, and left. */
export interface QuotaFigures {
  readonly used: number;
  readonly quota: number;
  readonly left: number;
  /** From 0 to 100, also where more is used than may be. */
  readonly percent: number;
  readonly level: 'enough' | 'scarce' | 'full';
}

/** What the figures of a quota come to; undefined when the service gave something else than figures. */
export function quotaFigures({ used, quota }: Pick<Quota, 'used' | 'quota'>): QuotaFigures | undefined {
  if (!isCount(used) || !isCount(quota)) return undefined;
  const left = Math.max(0, quota - used);
  const part = quota === 0 ? 1 : Math.min(1, used / quota);
  const level = left === 0 ? 'full' : part >= scarceFrom ? 'scarce' : 'enough';
  return { used, quota, left, percent: part * 100, level };
}

/** Answers are not checked on their way: there may be nothing, or a text. */
const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && Number.isFinite(value);

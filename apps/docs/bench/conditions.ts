import { setTimeout } from 'node:timers/promises';

/** A phone of the middle class, as Lighthouse has it. */
export const cpuSlowdown = 4;

/** A slow mobile network, as Lighthouse has it. */
export const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};

/** Waits while a new window is busy with itself, which would slow down the page measured. */
export const settled = (): Promise<void> => setTimeout(2500);

import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { test } from 'vitest';
import { modelled, sequences } from './model-steps.js';
import { Model } from './model.js';
import { runMock } from './running.js';

const run = runMock(modelled);

test('whatever two tenants do, the mock and the model agree', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      run.mock.reset();
      await fc.asyncModelRun(() => ({ model: new Model(), real: run }), commands);
    }),
    { numRuns: scaled(400) },
  );
});

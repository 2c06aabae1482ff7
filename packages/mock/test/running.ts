import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startMock, type Mock, type MockOptions } from '../src/index.js';
import { type Api, apiOf } from './api.js';
import { collectFailures } from './collect-failures.js';

/** A mock for the tests of a file, at its start again before each, and its two tenants. */
export interface Running {
  readonly mock: Mock;
  readonly owner: Api;
  readonly consumer: Api;
}

/** Runs a mock whose clock is moved by hand. No test may pass in which the mock failed. */
export function runMock(options: MockOptions = {}): Running {
  let mock: Mock | undefined;
  const { log, failures } = collectFailures();
  const running = () => {
    if (mock === undefined) throw new Error('the mock does not run yet');
    return mock;
  };
  const tenant = (project: string): Api => ({
    send: (...call) => apiOf(running(), project).send(...call),
    ok: (...call) => apiOf(running(), project).ok(...call),
    refused: (...call) => apiOf(running(), project).refused(...call),
  });
  beforeAll(async () => {
    mock = await startMock({ port: 0, clock: 'manual', ...options, log });
  });
  beforeEach(() => {
    running().reset();
  });
  afterAll(async () => {
    await running().close();
    expect(failures).toEqual([]);
  });
  return {
    get mock() {
      return running();
    },
    owner: tenant('owner'),
    consumer: tenant('consumer'),
  };
}

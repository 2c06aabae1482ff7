import { expect, test } from 'vitest';
import { redocly } from '../build/tools/redocly.js';
import { operations } from './document.js';

interface Score {
  agentReadiness: number;
  subscores: Record<string, number>;
  operationScores: Record<string, unknown>;
}

test('agents are served well: the score is above 90, and nothing is undescribed or ambiguous', () => {
  const printed = redocly(['score', 'dist/openapi.json', '--format', 'json']);
  const score = JSON.parse(printed.slice(printed.indexOf('{'), printed.lastIndexOf('}') + 1)) as Score;
  expect(Object.keys(score.operationScores)).toEqual(operations.map(({ operationId }) => operationId));
  expect(score.agentReadiness).toBeGreaterThan(90);
  expect(score.subscores).toMatchObject({
    documentationQuality: 1,
    errorClarity: 1,
    identifierClarity: 1,
    polymorphismClarity: 1,
  });
});

import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkArguments, type Path, type Problem, type Rule } from '../../src/checks/index.js';
import { operations } from './examples.js';
import { mutations } from './mutations.js';
import { keepsSchemas } from './oracle.js';

/** The document's own words. All other rules are keywords of JSON Schema. */
const ownWords: readonly Rule[] = ['uniqueBy', 'exactlyOneOf', 'requires', 'forbids', 'notWithin'];
const isOfSchema = ({ rule }: Problem) => !ownWords.includes(rule);
const startsWith = (path: Path, start: Path) => start.every((segment, index) => segment === path[index]);
/** A body that lacks fields is a problem of the body. */
const isAbout = ({ path, rule }: Problem, changed: Path) =>
  rule === 'minProperties' ? startsWith(changed, path) : startsWith(path, changed);

test('what the document gives as examples passes', () => {
  const examples = operations.flatMap(({ id, examples: args }) => args.map((each) => ({ id, each })));
  expect(examples.length).toBeGreaterThan(operations.length);
  for (const { id, each } of examples) expect(checkArguments(id, each), id).toEqual([]);
});

test('an example with one change is judged as Ajv judges it, and the problem names what was changed', () => {
  const runs = scaled(1000);
  const verdicts = { kept: 0, broken: 0 };
  fc.assert(
    fc.property(mutations, ({ operation, args, at }) => {
      const problems = checkArguments(operation.id, args);
      if (keepsSchemas(operation, args)) {
        verdicts.kept += 1;
        expect(problems.filter(isOfSchema)).toEqual([]);
      } else {
        verdicts.broken += 1;
        expect(problems).not.toEqual([]);
        for (const problem of problems.filter(isOfSchema)) expect(isAbout(problem, at), problem.field).toBe(true);
        expect(problems.some((problem) => isAbout(problem, at))).toBe(true);
      }
    }),
    { numRuns: runs },
  );
  // Both verdicts must be common, or this proves little.
  expect(Math.min(verdicts.kept, verdicts.broken)).toBeGreaterThan(runs / 10);
});

test('every problem tells its field, in English and in Chinese', () => {
  fc.assert(
    fc.property(mutations, ({ operation, args }) => {
      for (const { path, field, message } of checkArguments(operation.id, args)) {
        const name = String(path.filter((segment) => typeof segment === 'string').at(-1));
        expect(field).toContain(name);
        expect(message.en).toContain(name);
        expect(message['zh-CN']).toContain(name);
        expect(message.en + message['zh-CN']).not.toMatch(/undefined|\[object|function/);
        expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      }
    }),
    { numRuns: scaled(100) },
  );
});

const port = fc.integer({ min: 1, max: 65535 });
const characters = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[=*<>\\,|/\p{Cc}]/u.test(text));
const tag = fc.record({
  key: characters.map((text) => `k${text.trim()}`),
  value: characters.map((text) => text.trim()),
});
const services = fc.record(
  {
    port_id: fc.uuid(),
    vpc_id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    server_type: fc.constantFrom('VM', 'VIP', 'LB'),
    ports: fc.uniqueArray(
      fc.record(
        { client_port: port, server_port: port, protocol: fc.constantFrom('TCP', 'UDP') },
        { requiredKeys: [] },
      ),
      {
        minLength: 1,
        maxLength: 200,
        selector: ({ client_port, server_port, protocol = 'TCP' }) => `${client_port} ${server_port} ${protocol}`,
      },
    ),
    vip_port_id: fc.uuid(),
    service_name: fc.stringMatching(/^[A-Za-z0-9_-]{0,16}$/),
    approval_enabled: fc.boolean(),
    service_type: fc.constant('interface'),
    tcp_proxy: fc.constantFrom('close', 'toa_open', 'proxy_open', 'open'),
    tags: fc.uniqueArray(tag, { maxLength: 10, selector: ({ key }) => key }),
    description: fc.string().filter((text) => !/[<>]/.test(text)),
  },
  { requiredKeys: ['port_id', 'vpc_id', 'server_type', 'ports'] },
);

test('every service that the tables allow passes', () => {
  fc.assert(
    fc.property(services, (body) => {
      expect(checkArguments('createEndpointService', { body })).toEqual([]);
    }),
    { numRuns: scaled(200) },
  );
});

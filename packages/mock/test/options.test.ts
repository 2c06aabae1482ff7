import { describe, expect, test } from 'vitest';
import { type MockOptions, MockStartError, startMock } from '../src/index.js';

/** What somebody without types passes. */
const start = (options: unknown) => startMock(options as MockOptions);

describe('an option of startMock', () => {
  test.each<[object, RegExp]>([
    [{ port: '4010' }, /^port must be a whole number from 0 to 65535, not '4010'$/],
    [{ port: 70_000 }, /^port must be .*, not 70000$/],
    [{ port: 1.5 }, /^port must be/],
    [{ host: '' }, /^host must be an address or a name of this machine, without spaces, not ''$/],
    [{ document: '' }, /^document must be the path of a file/],
    [{ watch: 'yes' }, /^watch must be true or false, not 'yes'$/],
    [{ stateful: 0 }, /^stateful must be true or false, not 0$/],
    [{ regional: null }, /^regional must be true or false, not null$/],
    [
      { scenario: 'smal-team' },
      /^scenario must be one of empty, .*, or a state, not 'smal-team'; did you mean small-team\?$/,
    ],
    [{ scenario: 7 }, /^scenario must be .*not 7$/],
    [{ scenario: [] }, /^scenario must be .*not a list$/],
    [{ scenario: { services: [{}], endpoints: [] } }, /^cannot use the scenario: body\.services\[0\]\.id is missing/],
    [{ transitions: 'slowly' }, /^transitions must be 'immediate', .*not 'slowly'$/],
    [{ transitions: 'time(9999999h)' }, /^transitions must be .* up to 8760h/],
    [{ transitions: { endpoint: 3 } }, /^transitions must be .*not 3$/],
    [{ transitions: { endpoints: 'immediate' } }, /^transitions must be of endpoint_service, .*not of endpoints$/],
    [{ clock: 'manuel' }, /^clock must be system or manual, not 'manuel'$/],
    [{ seed: 5 }, /^seed must be a string of 1 to 1000 characters, not 5$/],
    [{ seed: 'x'.repeat(1001) }, /^seed must be .*not 'x{60}… \(1001 characters\)'$/],
    [{ region: 'cn\r\nnorth' }, /^region must be up to 64 letters, .*not 'cn\\u000d\\u000anorth'$/],
    [{ region: '../4' }, /^region must be/],
    [{ quotas: { endpoint: -1 } }, /^quotas\.endpoint must be a whole number from 0 to 1000000000, not -1$/],
    [{ quotas: { endpoint: NaN } }, /^quotas\.endpoint must be .*not NaN$/],
    [{ quotas: { vpc: 1 } }, /^quotas must be of endpoint_service, endpoint, not of vpc$/],
    [{ quotas: 5 }, /^quotas must be an object with a number for each kind, not 5$/],
    [{ auth: 'planted-token' }, /^auth must be any or strict, or known credentials$/],
    [{ auth: { token: ['planted'] } }, /^auth: credentials\.token is not known/],
    [{ unknownFields: 'ignore' }, /^unknownFields must be refuse or warn, not 'ignore'$/],
    [{ persist: '' }, /^persist must be the path of a folder, not ''$/],
    [{ allowedHosts: ['mock.example.com:80'] }, /^--allow-host, .* must be a name without scheme and port/],
    [{ allowedHosts: ['*'] }, /^--allow-host, .* must be a name .*, not "\*"$/],
    [{ allowedHosts: ['.*.example.com'] }, /^--allow-host, .* must be a name/],
    [{ allowedOrigins: ['https://a.example/'] }, /^--allow-origin, .* such as https:\/\/a\.example, without a path/],
    // Browsers write the origin of such a page in another way, so that it would never be let in.
    [{ allowedOrigins: ['https://A.example'] }, /^--allow-origin, .* such as https:\/\/a\.example, /],
    [{ allowedOrigins: ['https://a.example:443'] }, /^--allow-origin, .* such as https:\/\/a\.example, /],
    [{ log: 'x' }, /^log must be a function that takes an entry, not 'x'$/],
    [{ scenarios: 'busy' }, /^there is no option scenarios; did you mean scenario\?$/],
    [{ Port: 1 }, /^there is no option Port; did you mean port\?$/],
    [{ ['\u202eport'.repeat(100)]: 1 }, /^there is no option \\u202eport.*… \(500 characters\)$/],
  ])('that is wrong is refused by name: %j', async (options, message) => {
    const error: unknown = await start({ port: 0, ...options }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MockStartError);
    expect((error as MockStartError).message).toMatch(message);
    expect((error as MockStartError).message).not.toContain('planted');
  });

  test.each([null, 4010, 'busy', []])('is in an object, and not in %j', async (options) => {
    await expect(start(options)).rejects.toThrow(/^the options must be an object, not /);
  });

  test('that is undefined counts as left out', async () => {
    const names = 'host document asOf watch stateful scenario transitions clock seed region regional quotas auth';
    const left = [...names.split(' '), 'unknownFields', 'persist', 'log'].map((name) => [name, undefined]);
    const mock = await startMock({
      ...(Object.fromEntries(left) as MockOptions),
      port: 0,
      quotas: { endpoint: undefined },
      transitions: { endpoint: undefined },
    } as unknown as MockOptions);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(mock.quotas()).toEqual({ endpoint_service: 100, endpoint: 150 });
    expect(mock.transitions()).toMatchObject({ endpoint: 'time(3s)' });
    expect(mock.state().services).toEqual([]);
    await mock.close();
  });
});

import { describe, expect, test } from 'vitest';
import { checkArguments } from '../src/checks/index.js';
import { recordHar } from '../src/har/index.js';
import { isVpcepError, logHooks, passwordCredentials, VpcepValidationError } from '../src/index.js';
import { credentialsFromProfile, projectIdFromProfile } from '../src/node/index.js';
import { failureOf } from './failure-of.js';

/** How a function takes arguments that its types do not know. */
const given = (called: (...args: never[]) => unknown, ...args: unknown[]) =>
  failureOf(Promise.resolve().then((): unknown => Reflect.apply(called, undefined, args)));

describe('what is no options is refused by', () => {
  test.each<[string, string, (...args: never[]) => unknown, unknown[]]>([
    ['passwordCredentials', 'options', passwordCredentials, [undefined]],
    ['passwordCredentials', 'options', passwordCredentials, [null]],
    ['logHooks', 'logger', logHooks, [undefined]],
    ['logHooks', 'logger', logHooks, [null]],
    ['logHooks', 'logger', logHooks, [{ debug: () => undefined, info: () => undefined }]],
    ['logHooks', 'options', logHooks, [console, null]],
    ['recordHar', 'options', recordHar, [null]],
    ['recordHar', 'fetch', recordHar, [{ fetch: 'fetch' }]],
    ['recordHar', 'fetcher', recordHar, [{ fetcher: fetch }]],
    ['credentialsFromProfile', 'options', credentialsFromProfile, [null]],
    ['credentialsFromProfile', 'file', credentialsFromProfile, [{ file: 42 }]],
    ['projectIdFromProfile', 'options', projectIdFromProfile, [null]],
    ['projectIdFromProfile', 'section', projectIdFromProfile, [{ section: 'basic' }]],
    ['checkArguments', 'options', checkArguments, ['listEndpoints', {}, null]],
  ])('%s, which names %s', async (_name, field, called, args) => {
    const error = await given(called, ...args);
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({ field });
  });
});

test('a function is refused at once, and not when its credentials are asked for', () => {
  expect(() => credentialsFromProfile(null as never)).toThrow(VpcepValidationError);
});

test.each([1, null, {}, 'VpcepError'])('what is marked as an error with %j is none', (mark) => {
  expect(isVpcepError({ [Symbol.for('vpcep')]: mark })).toBe(false);
});

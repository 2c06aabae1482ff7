import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as imported from '@vpcep/client';
import { assertArguments } from '@vpcep/client/checks';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from './failure-of.js';

/*
 * An application often has the package more than once: in two versions, in a bundle of its own, by `require()` beside
 * `import`. Each copy has classes of its own, which `instanceof` of another does not know.
 */
type Copy = Pick<typeof imported, 'isVpcepError' | 'createVpcepCore' | 'VpcepHttpError' | 'VpcepWaiterError'> & {
  assertArguments: (operationId: 'createEndpoint', args: unknown) => void;
};

let folder: string;
let copies: Record<'imported' | 'bundled' | 'bundledAsCommonJs' | 'required', Copy>;
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  folder = mkdtempSync(join(import.meta.dirname, '../node_modules/copies-'));
  // As bundlers leave it: the names of the classes are gone.
  const bundled = (format: 'esm' | 'cjs', outfile: string) =>
    build({
      stdin: {
        contents: "export * from '@vpcep/client'; export { assertArguments } from '@vpcep/client/checks';",
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      minify: true,
      format,
      outfile,
    });
  const [module, commonJs] = [join(folder, 'copy.mjs'), join(folder, 'copy.cjs')];
  await Promise.all([bundled('esm', module), bundled('cjs', commonJs)]);
  copies = {
    imported: { ...imported, assertArguments },
    bundled: (await import(/* @vite-ignore */ pathToFileURL(module).href)) as Copy,
    bundledAsCommonJs: require(commonJs) as Copy,
    // By its file: some versions of Node take the ES module when they are asked for the package.
    required: { ...(require('../dist/index.cjs') as Copy), ...(require('../dist/checks/index.cjs') as Copy) },
  };
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The error that a copy makes of an answer. */
function refusal({ createVpcepCore }: Copy, status: number, code: string): Promise<Error> {
  const fetch = () => Promise.resolve(Response.json({ error_code: code, error_msg: 'no' }, { status }));
  const options = { baseUrl: 'https://vpcep.example', projectId: 'p', credentials: { token: 'of-this-test' }, fetch };
  return failureOf(createVpcepCore({ ...options, maxRetries: 0 }).listEndpoints());
}

const names = ['imported', 'bundled', 'bundledAsCommonJs', 'required'] as const;
const pairs = names.flatMap((maker) => names.map((judge) => ({ maker, judge })));

test('the copies do not know the classes of each other', async () => {
  const { imported, bundled, bundledAsCommonJs, required } = copies;
  for (const other of [imported, bundledAsCommonJs, required]) {
    expect(await refusal(bundled, 404, 'EndPoint.0005')).not.toBeInstanceOf(other.VpcepHttpError);
  }
});

describe.each(pairs)('an error of the copy that is $maker, judged by the one that is $judge', ({ maker, judge }) => {
  const isVpcepError: Copy['isVpcepError'] = (error, name) => copies[judge].isVpcepError(error, name);

  test('is one', async () => {
    expect(isVpcepError(await refusal(copies[maker], 500, 'EndPoint.0001'))).toBe(true);
  });

  test('is of its class, and of those above it, and of no other', async () => {
    const error = await refusal(copies[maker], 404, 'EndPoint.0005');
    const is = (['VpcepError', 'VpcepCallError', 'VpcepHttpError', 'VpcepNotFoundError'] as const).map((name) =>
      isVpcepError(error, name),
    );
    expect(is).toEqual([true, true, true, true]);
    const isNot = (['VpcepServerError', 'VpcepValidationError', 'VpcepTimeoutError'] as const).map((name) =>
      isVpcepError(error, name),
    );
    expect(isNot).toEqual([false, false, false]);
  });

  test('is not of a class below its own', async () => {
    const error = await refusal(copies[maker], 400, 'EndPoint.0002');
    expect(isVpcepError(error, 'VpcepHttpError')).toBe(true);
    expect(isVpcepError(error, 'VpcepNotFoundError')).toBe(false);
  });

  test('counts as a validation error when the checks threw it', () => {
    let error: unknown;
    try {
      copies[maker].assertArguments('createEndpoint', {});
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: 'VpcepArgumentsError' });
    expect(isVpcepError(error, 'VpcepValidationError')).toBe(true);
    expect(isVpcepError(error, 'VpcepCallError')).toBe(false);
  });
});

describe('with one copy', () => {
  const { isVpcepError, VpcepWaiterError } = imported;

  test.each([undefined, null, 'VpcepError', 404, {}, new Error('no'), { name: 'VpcepError' }])(
    '%s is none',
    (thing) => {
      expect(isVpcepError(thing)).toBe(false);
    },
  );

  test('a class of the application below one of the client counts as that, whatever its name', () => {
    class Missing extends VpcepWaiterError {
      override name = 'Missing';
    }
    const error = new Missing('waitForEndpoint', 'id', 'gone', undefined);
    expect(isVpcepError(error, 'VpcepWaiterError')).toBe(true);
    expect(isVpcepError(error, 'VpcepHttpError')).toBe(false);
  });

  test('no error is of a class that there is not', () => {
    const error = new VpcepWaiterError('waitForEndpoint', 'id', 'gone', undefined);
    expect(isVpcepError(error, 'toString' as 'VpcepError')).toBe(false);
  });

  test('the mark does not show in what is logged', () => {
    const error = new VpcepWaiterError('waitForEndpoint', 'id', 'gone', undefined);
    expect(Object.keys(JSON.parse(JSON.stringify(error)) as object)).toEqual(
      expect.arrayContaining(['message', 'name', 'operation', 'state', 'reasons']),
    );
    expect(Reflect.ownKeys(error).filter((key) => typeof key === 'symbol')).toEqual([]);
  });
});

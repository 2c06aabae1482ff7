import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mock, startMock } from '@vpcep/mock';
import { fullTier, posixShell } from '@vpcep/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { guideNames, readGuide } from '../src/guides/guides.js';
import { languages } from '../src/site/languages.js';

const run = promisify(execFile);

interface Script {
  guide: string;
  shell: string;
  code: string;
}

/** The whole scripts in the guides: those in TypeScript and single commands are run with those of the READMEs. */
const scripts = languages.flatMap((language) =>
  guideNames.flatMap((name) =>
    [...readGuide(name, language).matchAll(/^```(bash|py)\n([\s\S]*?)^```/gm)].map(
      ([, shell = '', code = '']): Script => ({
        guide: `${language}/${name}`,
        shell,
        code,
      }),
    ),
  ),
);
/** Not every machine has openssl beside its shell, and Python by this name. */
const common = scripts.filter(({ shell, code }) => shell === 'bash' && !code.includes('openssl'));

let mock: Mock;
let strictMock: Mock;
beforeAll(async () => {
  const options = { port: 0, scenario: 'small-team', transitions: 'immediate' } as const;
  mock = await startMock(options);
  strictMock = await startMock({ ...options, auth: 'strict' });
});
beforeEach(() => {
  mock.reset();
  strictMock.reset();
});
afterAll(async () => {
  await mock.close();
  await strictMock.close();
});

/** Runs a script against a mock, and returns what that was asked and answered. */
async function calls(
  { shell, code }: Script,
  at: Mock,
): Promise<[name: string | undefined, status: number | undefined][]> {
  const [program, option] = shell === 'py' ? ['python3', '-'] : [posixShell(), '-s'];
  const running = run(program, [option]);
  running.child.stdin?.end(code.replaceAll('127.0.0.1:4010', new URL(at.url).host));
  const { stdout } = await running;
  expect(stdout).toContain('endpoint_services');
  return at.requests().map(({ operation, status }) => [operation, status]);
}

test('there are scripts in both languages, the same but for their comments', () => {
  const [english, chinese] = languages.map((language) =>
    scripts
      .filter(({ guide }) => guide.startsWith(language))
      .map(({ shell, code }) => `${shell} ${code.replace(/(^| )# .*$/gm, '')}`),
  );
  expect(english?.length).toBeGreaterThanOrEqual(4);
  expect(chinese).toEqual(english);
});

test.each(common)('the script of $guide is answered by the mock', async (script) => {
  const answers = await calls(script, script.guide.endsWith('/token') ? strictMock : mock);
  expect(answers.length).toBeGreaterThanOrEqual(2);
  expect(answers.filter(([, status = 0]) => status < 200 || status > 299)).toEqual([]);
});

test.runIf(fullTier).each(scripts.filter((script) => !common.includes(script)))(
  'the mock finds the signatures right that $guide makes by $shell',
  async (script) => {
    expect(await calls(script, strictMock)).toEqual([
      ['listEndpointService', 200],
      ['createEndpointService', 200],
    ]);
  },
);

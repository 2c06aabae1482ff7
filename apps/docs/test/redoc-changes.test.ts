import { expect, test } from 'vitest';
import { readPatches } from '../build/redoc/patched-modules.js';
import { apply, format, parse, patchOf } from '../build/redoc/patches.js';
import { recolour } from '../build/redoc/recolour.js';
import { translate } from '../build/redoc/translate.js';

const module = 'components/Greeting';

const moduleOf = (source: string) => new Map([[module, { path: `${module}.tsx`, source }]]);

test('words are said in another language wherever a reader meets them, and nowhere else', () => {
  const source = `
    import { Hello } from 'Hello';
    const label: 'Hello' = 'Hello';
    const joined = \`Hello\${label}Hello\`;
    const Style = styled.b\`&:after { content: 'Hello'; }\`;
    export const Greeting = ({ Hello }) => (
      <Style title="Hello" lang="HelloHello">
        Hello
        {Hello}
      </Style>
    );`;
  expect(translate(moduleOf(source), { [module]: { Hello: '您好' } }).get(module)?.source).toBe(`
    import { Hello } from 'Hello';
    const label: 'Hello' = "您好";
    const joined = \`您好\${label}您好\`;
    const Style = styled.b\`&:after { content: '您好'; }\`;
    export const Greeting = ({ Hello }) => (
      <Style title={"您好"} lang="HelloHello">{"您好"}{Hello}
      </Style>
    );`);
});

test('words that Redoc says nowhere any more stop the build, and are named', () => {
  expect(() => translate(moduleOf("const label = 'Hello there';"), { [module]: { Hello: '您好' } })).toThrow(
    'components/Greeting of Redoc says "Hello" nowhere',
  );
  expect(() => translate(new Map(), { [module]: { Hello: '您好' } })).toThrow(
    'Redoc has no module components/Greeting',
  );
});

test('colours become variables in styles and in what they are made from, as a whole and by their property', () => {
  const source = `
    const Style = styled.b\`
      color: white;
      background-color: white;
      white-space: nowrap;
      border: 1px solid \${props => (props.$open ? '#fff' : '#ffffff')};
    \`;
    export const Greeting = () => <Style>white</Style>;`;
  const table = { [module]: { 'color: white': 'var(--text)', white: 'var(--page)', '#fff': 'var(--line)' } };
  expect(recolour(moduleOf(source), table).get(module)?.source).toBe(`
    const Style = styled.b\`
      color: var(--text);
      background-color: var(--page);
      white-space: nowrap;
      border: 1px solid \${props => (props.$open ? "var(--line)" : '#ffffff')};
    \`;
    export const Greeting = () => <Style>white</Style>;`);
});

test('a colour that no style has any more stops the build, and is named', () => {
  const source = moduleOf('const Style = styled.b`color: #ffffff`; // #fff');
  expect(() => recolour(source, { [module]: { '#fff': 'var(--page)' } })).toThrow(
    'components/Greeting of Redoc says "#fff" nowhere',
  );
});

const path = `${module}.tsx`;
const greeting = ['export const Greeting = () => (', '  <b>', '    Hello', '  </b>', ');', ''].join('\n');
const loud = greeting.replace('Hello', 'Hello!');
const why = 'Readers are far away.';
/** The patch that makes the greeting loud, as it is in a file. */
const patchFor = (reason: string) => {
  const { diff } = patchOf(path, greeting, loud);
  return parse(format({ diff, reasons: [reason] }));
};

test('a patch changes a module, and stays what it is when it is written anew', () => {
  expect(apply(path, greeting, patchFor(why))).toBe(loud);
  const louder = loud.replace('!', '!!').replace('Greeting', 'LoudGreeting');
  const written = patchOf(path, greeting, louder, patchFor(why));
  expect(written.reasons).toEqual([why]);
  expect(apply(path, greeting, parse(format(written)))).toBe(louder);
});

test('a patch that no longer fits stops the build, and says of which module it is and what it was for', () => {
  expect(() => apply(path, greeting.replace('<b>', '<i>'), patchFor(why))).toThrow(
    'components/Greeting.tsx of Redoc no longer has what is patched: "Readers are far away."',
  );
});

test('a hunk without a reason stops the build, and is named', () => {
  expect(() => apply(path, greeting, patchFor(''))).toThrow(
    'components/Greeting.tsx.patch, line 1 of the module: say why',
  );
});

test('fewer than sixty hunks are left, each with its reason', () => {
  const reasons = [...readPatches().values()].flatMap((patch) => patch.reasons);
  expect(reasons.length).toBeLessThan(60);
  expect(reasons).not.toContain('');
});

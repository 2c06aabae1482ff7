import { expect, test } from 'vitest';
import { recolour } from '../build/redoc/recolour.js';
import { translate } from '../build/redoc/translate.js';

const module = 'components/Greeting';

const sourceOf = (source: string) => new Map([[module, source]]);

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
  expect(translate(sourceOf(source), { [module]: { Hello: '您好' } }).get(module)).toBe(`
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
  expect(() => translate(sourceOf("const label = 'Hello there';"), { [module]: { Hello: '您好' } })).toThrow(
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
  expect(recolour(sourceOf(source), table).get(module)).toBe(`
    const Style = styled.b\`
      color: var(--text);
      background-color: var(--page);
      white-space: nowrap;
      border: 1px solid \${props => (props.$open ? "var(--line)" : '#ffffff')};
    \`;
    export const Greeting = () => <Style>white</Style>;`);
});

test('a colour that no style has any more stops the build, and is named', () => {
  const source = sourceOf('const Style = styled.b`color: #ffffff`; // #fff');
  expect(() => recolour(source, { [module]: { '#fff': 'var(--page)' } })).toThrow(
    'components/Greeting of Redoc says "#fff" nowhere',
  );
});

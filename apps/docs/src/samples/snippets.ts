import { HTTPSnippet } from '@readme/httpsnippet';
import { DocumentError } from '@vpcep/openapi/reader';
import { mockAddress } from './mock-address.js';
import { requestOf, type SampleRequest } from './sample-request.js';
import type { SampledOperation } from './sampled-operation.js';

/** Writes the sample of an operation as a Python script with Requests. */
export function pythonSample(placed: SampledOperation): string {
  const words: Record<string, string> = { true: 'True', false: 'False', null: 'None' };
  // The library leaves backslashes and ends of lines in strings as they are.
  return withBody(placed, snippet(placed, 'python', 'requests'), /(?<=^payload = ).*?(?=\n^headers)/ms, (json) =>
    json.replaceAll(/^ +/gm, '$&$&').replaceAll(/"(?:[^"\\]|\\.)*"|\w+/g, (token) => words[token] ?? token),
  );
}

/** Writes the sample of an operation as a Go program, in the layout of gofmt. */
export function goSample(placed: SampledOperation): string {
  // A raw string holds no backtick, but JSON can do without.
  return withBody(placed, snippet(placed, 'go', 'native', { checkErrors: true }), inOneLine(placed), (json) => {
    return `\`${json.replaceAll('`', String.raw`\u0060`)}\``;
  })
    .replace(/(?<=^import \(\n)[^)]+(?=\n\))/m, (imports) => imports.split('\n').sort().join('\n'))
    .replaceAll(/(?<=\{\n)\n|\n(?=\n\})|\n(?=\n\tif err)/g, '');
}

/** Writes the sample of an operation as a Java class that `java Sample.java` runs, with what the JDK brings. */
export function javaSample(placed: SampledOperation): string {
  const source = withBody(placed, snippet(placed, 'java', 'nethttp'), inOneLine(placed), (json) => {
    return `"""\n${indented(json.replaceAll('\\', '\\\\'))}"""`;
  });
  const classes = ['URI', 'http.HttpClient', 'http.HttpRequest', 'http.HttpResponse'];
  return `${classes.map((name) => `import java.net.${name};`).join('\n')}

class Sample {
  public static void main(String[] args) throws Exception {
${indented(source)}
  }
}`;
}

/** Writes the sample of an operation as a command of HTTPie for a POSIX shell. */
export const httpieSample = (placed: SampledOperation): string =>
  // Some shells' `echo` reads escapes, of which JSON has its own.
  snippet(placed, 'shell', 'httpie')
    .replace(/^echo /, "printf '%s' ")
    .replace(/(?<=\| ) (?=\\\n)/, '');

/** What the library makes of the request of a sample. */
function snippet(placed: SampledOperation, target: 'go' | 'java' | 'python' | 'shell', client: string, options = {}) {
  const { method, path, headers, body } = requestOf(placed);
  const request = {
    method,
    url: mockAddress + path,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    ...(body && { postData: { mimeType: 'application/json', text: inLines(body) } }),
  };
  const log = { version: '1.2', creator: { name: '', version: '' }, entries: [{ request }] };
  const [source] = new HTTPSnippet({ log }, { harIsAlreadyEncoded: true }).convert(target, client, options);
  if (typeof source === 'string') return source;
  throw new DocumentError(placed, `has a request that no snippet for ${client} can be made of`);
}

/** Puts the body of a sample's request, in lines, where the library has written it as a literal of its own. */
function withBody(
  placed: SampledOperation,
  source: string,
  written: string | RegExp,
  literal: (json: string) => string,
): string {
  const { body } = requestOf(placed);
  if (body === undefined) return source;
  const [before = '', after, ...more] = source.split(written);
  if (after !== undefined && more.length === 0) return before + literal(inLines(body)) + after;
  throw new DocumentError(placed, 'has a body that its snippet does not hold once');
}

/** A body as a literal of Go or Java, as the library writes it. */
const inOneLine = (placed: SampledOperation) => JSON.stringify(inLines(requestOf(placed).body));

const inLines = (body: SampleRequest['body']) => JSON.stringify(body, undefined, 2);

const indented = (lines: string) => lines.replaceAll(/^(?=.)/gm, ' '.repeat(4));

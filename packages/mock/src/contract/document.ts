import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import $RefParser, { type JSONParserError } from '@stoplight/json-schema-ref-parser';

/** How many problems one message lists. One missing file may be referred to from everywhere. */
const maxListed = 3;

/** What came of reading a document. */
export type ReadDocument = {
  /** The files that it consists of, those included that are broken or missing. */
  readonly files: readonly string[];
  /** SHA-256 of the file, in hexadecimal; of several, that of theirs in the order of their paths. */
  readonly hash: string;
} & ({ readonly document: object } | { readonly problem: string });

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

/** Where the parser looked, as a path. */
const pathOf = (url: string) => (url.startsWith('file:') ? fileURLToPath(url) : decodeURIComponent(url));

function describe({ message, source, path }: JSONParserError): string {
  // A file that cannot be parsed is named in the message, twice.
  if (message.startsWith('Error parsing ')) return message.replace(/^(Error parsing .*?: )\1/, '$1').replace(/:$/, '');
  const place = path.length === 0 ? '' : ` at /${path.map((part) => String(part).replaceAll('/', '~1')).join('/')}`;
  return `${pathOf(source)}${place}: ${message}`;
}

function describeAll(error: unknown): string {
  if (!(error instanceof $RefParser.JSONParserErrorGroup)) {
    return error instanceof Error ? error.message : String(error);
  }
  const problems = [...new Set(error.errors.map(describe))];
  const rest = problems.length - maxListed;
  return problems.slice(0, maxListed).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

/** Reads a document and every file that it refers to, each once, and puts what is referred to in its place. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const contents = new Map<string, Buffer | undefined>();
  let result: { document: object } | { problem: string };
  try {
    const document = await new $RefParser().dereference(path, {
      continueOnError: true,
      resolve: {
        file: {
          async read({ url }: { url: string }) {
            const file = pathOf(url);
            contents.set(file, undefined);
            const content = await readFile(file);
            contents.set(file, content);
            return content;
          },
        },
      },
    });
    result = { document };
  } catch (error) {
    result = { problem: describeAll(error) };
  }
  const files = [...contents.keys()].sort();
  const [first = '', ...others] = files.map((file) => sha256(contents.get(file) ?? ''));
  return { files, hash: others.length === 0 ? first : sha256([first, ...others].join('\n')), ...result };
}

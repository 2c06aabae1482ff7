import { fileURLToPath } from 'node:url';
import { document } from '@vpcep/openapi/documents';
import { type DescribedOperation, operationAddress, operationsOf } from '@vpcep/openapi/reader';
import { referencePage } from '@vpcep/openapi/tsdoc';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

/** What an editor's user types. Each mark is at a name that the mouse rests on. */
const source = (subpath: string) => `
import type { VpcepClient } from '../dist/${subpath}index.js';
import type * as index from '../dist/index.js';
declare const vpcep: VpcepClient;
declare const all: typeof index;
const service = await vpcep.listServiceDetails({ path: { vpc_endpoint_service_id: 'id' } });
service./*ports*/ports;
service./*status*/status;
await vpcep./*deprecated*/deleteEndpointPolicy({ path: { /*path*/vpc_endpoint_id: 'id' } });
await vpcep.listEndpoints({ query: { /*sort_key*/sort_key: 'create_at' } });
await vpcep.updateEndpointService({
  path: { vpc_endpoint_service_id: 'id' },
  body: { ports: [{ /*client_port*/client_port: 1 }] },
});
export const client = vpcep;
export const { createVpcepClient, createVpcepCore } = all;
export const { waitForEndpointService, waitForEndpointServiceGone, waitForEndpoint, waitForEndpointGone } = vpcep;
export const { waitForConnection, withOptions } = vpcep;
export const paginate = vpcep.paginate<'listEndpoints'>;
`;

/** The editor's view of a file that uses the client. */
class Editor {
  readonly #file = fileURLToPath(new URL('hovered.ts', import.meta.url));
  readonly #service: ts.LanguageService;
  readonly #exports: ts.Symbol[];
  readonly checker: ts.TypeChecker;
  readonly client: ts.Type;

  constructor(subpath: string) {
    const file = this.#file;
    const text = source(subpath);
    const options: ts.CompilerOptions = {
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
      noEmit: true,
    };
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: () => '1',
      getScriptSnapshot(name) {
        const found = name === file ? text : ts.sys.readFile(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => import.meta.dirname,
      getCompilationSettings: () => options,
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
      realpath: (name) => ts.sys.realpath?.(name) ?? name,
    });
    const program = this.#service.getProgram();
    const module = program?.getSourceFile(file);
    if (program === undefined || module === undefined) throw new Error('the compiler has no program');
    this.checker = program.getTypeChecker();
    this.#exports = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(module) ?? fail(file));
    this.client = this.typeOf('client');
  }

  /** The mistakes in the file. */
  mistakes(): string[] {
    return this.#service
      .getSemanticDiagnostics(this.#file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  /** The type of what the file exports by the name. */
  typeOf(name: string): ts.Type {
    const symbol = this.#exports.find((exported) => exported.name === name) ?? fail(name);
    return this.checker.getTypeOfSymbol(symbol);
  }

  /** What is shown at a mark. */
  hoverAt(mark: string): { declaration: string; text: string; tags: ts.JSDocTagInfo[] } {
    const text = this.#service.getProgram()?.getSourceFile(this.#file)?.text ?? '';
    const info = this.#service.getQuickInfoAtPosition(this.#file, text.indexOf(`/*${mark}*/`) + mark.length + 4);
    if (info === undefined) throw new Error(`nothing is shown at ${mark}`);
    return {
      declaration: ts.displayPartsToString(info.displayParts),
      text: ts.displayPartsToString(info.documentation),
      tags: info.tags ?? [],
    };
  }

  /** The text that is shown at each argument and each field of the result of a method, by its path. */
  *textsOf(method: ts.Symbol): Generator<[path: string, text: string]> {
    const [signature] = this.checker.getTypeOfSymbol(method).getCallSignatures();
    if (signature === undefined) return;
    const [parameter] = signature.getParameters();
    if (parameter !== undefined) {
      yield* this.#fieldsOf(this.checker.getTypeOfSymbol(parameter), `${method.name}(…)`, []);
    }
    const [result] = this.checker.getTypeArguments(signature.getReturnType() as ts.TypeReference);
    if (result !== undefined) yield* this.#fieldsOf(result, `${method.name}()`, []);
  }

  /** The text that is shown at each option that a function takes, by its path; those of arguments of the document too. */
  *optionsOf(name: string): Generator<[path: string, text: string]> {
    const [given] = this.checker.getSignaturesOfType(this.typeOf(name), ts.SignatureKind.Call);
    for (const parameter of given?.getParameters() ?? fail(name)) {
      const type = this.checker.getTypeOfSymbol(parameter);
      for (const field of this.checker.getNonNullableType(type).getProperties().filter(isOurs)) {
        yield [`${name}.${field.name}`, textOf(field, this.checker)];
      }
      // Where one of several types is asked for, each says its own.
      yield* this.#fieldsOf(type, name, []);
    }
  }

  *#fieldsOf(type: ts.Type, path: string, above: ts.Type[]): Generator<[path: string, text: string]> {
    for (const part of type.isUnion() ? type.types : [type]) {
      if (above.includes(part)) continue;
      if (this.checker.isArrayType(part) || this.checker.isTupleType(part)) {
        for (const item of this.checker.getTypeArguments(part as ts.TypeReference)) {
          yield* this.#fieldsOf(item, `${path}[]`, [...above, part]);
        }
        continue;
      }
      for (const field of part.getProperties().filter(isOurs)) {
        const name = `${path}.${field.name}`;
        yield [name, textOf(field, this.checker)];
        yield* this.#fieldsOf(this.checker.getTypeOfSymbol(field), name, [...above, part]);
      }
    }
  }
}

function fail(name: string): never {
  throw new Error(`there is no ${name}`);
}

/** What is shown with a name, its tags left out: most editors show those apart, or not at all. */
const textOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker));

/** What the tags of something say to see. */
const linksOf = (tags: readonly ts.JSDocTagInfo[]): string[] =>
  tags.filter(({ name }) => name === 'see').map(({ text }) => ts.displayPartsToString(text));

/** Whether the toolkit declares it, and not the language or a library. */
const isOurs = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.some((declaration) => /packages\/(client|types)\/dist/.test(declaration.getSourceFile().fileName));

const operations = operationsOf(document);

describe.each([
  ['en', ''],
  ['zh-CN', 'zh-CN/'],
] as const)('in the editor, with the types in %s,', (language, subpath) => {
  let editor: Editor;
  let methods: ts.Symbol[];
  beforeAll(() => {
    editor = new Editor(subpath);
    methods = editor.client.getProperties();
  });
  const shown = () => methods.flatMap((method) => [...editor.textsOf(method)]);
  const isOfDocument = (path: string) => /\.(path|query|body)\b|\(\)/.test(path);

  test('the client is used without a mistake', () => {
    expect(editor.mistakes()).toEqual([]);
  });

  test('every method, argument and field of a result has a text', () => {
    const texts = [...methods.map((method) => [method.name, textOf(method, editor.checker)] as const), ...shown()];
    expect(texts.filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([]);
    expect(texts.length).toBeGreaterThan(900);
    expect(texts.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'listServiceDetails(…).path.vpc_endpoint_service_id',
        'createEndpointService(…).body.ports[].protocol',
        'createEndpointService(…).timeout',
        'listEndpoints().endpoints[].status',
        'listEndpointService(…).query.sort_key',
      ]),
    );
  });

  test.each([
    ['createVpcepClient', ['region', 'baseUrl', 'projectId', 'debug', 'hooks.onRetry', 'waiting.minDelay']],
    ['createVpcepCore', ['baseUrl', 'credentials', 'signing', 'fetch', 'timeout']],
    ['withOptions', ['region', 'baseUrl', 'timeout']],
    ['waitForEndpointService', ['timeout', 'onProgress', 'signal']],
    ['waitForEndpointServiceGone', ['projectId', 'maxDelay']],
    ['waitForEndpoint', ['until', 'timeout']],
    ['waitForEndpointGone', ['timeout']],
    ['waitForConnection', ['until', 'timeout']],
    ['paginate[]', ['timeout', 'pageSize', 'limit', 'signal']],
  ])('every option of %s has a text, among them %j', (name, some) => {
    const texts = [...editor.optionsOf(name.replace('[]', ''))];
    expect(texts.filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([]);
    expect(texts.map(([path]) => path)).toEqual(expect.arrayContaining(some.map((option) => `${name}.${option}`)));
  });

  test('each decision that a text names is a link', () => {
    const named = shown().filter(([, text]) => /\[(?:decision|说明) \d/.test(text));
    expect(named.length).toBeGreaterThan(50);
    expect(shown().filter(([, text]) => /(?<!\[)decision \d|[见和]说明 \d/.test(text))).toEqual([]);
    expect(named[0]?.[1]).toContain(`](${referencePage('decisions/', language)}`);
  });

  test('every method and its arguments lead to the call in the reference', () => {
    const page = ({ operationId }: DescribedOperation) => referencePage(operationAddress(operationId), language);
    const seen = (symbol: ts.Symbol | undefined) => linksOf(symbol?.getJsDocTags(editor.checker) ?? []);
    for (const operation of operations) {
      const method = methods.find(({ name }) => name === operation.operationId) ?? fail(operation.operationId);
      expect(seen(method)[0], operation.operationId).toContain(page(operation));
      const [parameter] = editor.checker.getTypeOfSymbol(method).getCallSignatures()[0]?.getParameters() ?? [];
      const args = editor.checker.getNonNullableType(editor.checker.getTypeOfSymbol(parameter ?? fail('arguments')));
      // Where there are none but the options of every call, the name of the arguments is only another one for those.
      if (args.symbol.name !== 'CallOptions') {
        expect(seen(args.symbol)[0], operation.operationId).toContain(page(operation));
      }
      const vendor = operation.operation.externalDocs?.url;
      if (vendor !== undefined) expect(seen(method)[1]).toContain(vendor);
    }
  });

  test('a field of a request leads to its place in the reference, with whichever call it is sent', () => {
    const linked = (mark: string) => linksOf(editor.hoverAt(mark).tags)[0];
    const at = (address: string) => expect.stringContaining(`${referencePage(address, language)} `) as string;
    expect(linked('path')).toEqual(at('operations/deleteEndpointPolicy/#path.vpc_endpoint_id'));
    expect(linked('sort_key')).toEqual(at('operations/listEndpointService/#query.sort_key'));
    expect(linked('client_port')).toEqual(at('operations/createEndpointService/#body.ports.client_port'));
    // One that only comes back has none.
    expect(linked('ports')).toBeUndefined();
  });

  test('named types are shown by their names', () => {
    expect(editor.hoverAt('ports').declaration).toContain('.ports: PortMapping[]');
    expect(editor.hoverAt('status').declaration).toContain('.status: EndpointServiceStatus');
  });

  test('what is deprecated says why', () => {
    const { tags } = editor.hoverAt('deprecated');
    const reason = ts.displayPartsToString(tags.find(({ name }) => name === 'deprecated')?.text);
    expect(reason).toContain('`updateEndpointPolicy`');
  });

  test('a value in the path has the text of its parameter', () => {
    const parameter = operations
      .find(({ operationId }) => operationId === 'deleteEndpointPolicy')
      ?.parameters.find(({ name }) => name === 'vpc_endpoint_id');
    const { text } = editor.hoverAt('path');
    if (language === 'en') expect(text).toBe(parameter?.description?.trim());
    else expect(text).toMatch(/\p{Script=Han}/u);
  });

  test('what the document says is said in its language', () => {
    const isChinese = ([, text]: readonly [path: string, text: string]) => /\p{Script=Han}/u.test(text);
    const texts = shown().filter(([path]) => isOfDocument(path));
    expect(texts.filter((text) => isChinese(text) !== (language === 'zh-CN'))).toEqual([]);
  });
});

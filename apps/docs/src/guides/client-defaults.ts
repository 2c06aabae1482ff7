import { createRequire } from 'node:module';
import ts from 'typescript';

/** The types that have the options of a client, a call and a wait. */
const optionTypes = ['VpcepClientOptions', 'WaitOptions'];

let known: ReadonlyMap<string, string> | undefined;

/**
 * What an option of the client, such as `WaitOptions.minDelay`, is when it is left out, as its type says at `@default`.
 *
 * @throws Error when no option of this name says so.
 */
export function defaultOf(option: string): string {
  known ??= readDefaults();
  const value = known.get(option);
  if (value === undefined) throw new Error(`the types of the client give no default of an option ${option}`);
  return value;
}

function readDefaults(): ReadonlyMap<string, string> {
  const types = createRequire(import.meta.url)
    .resolve('@vpcep/client')
    .replace(/js$/, 'd.cts')
    .replace('.cd', '.d');
  const program = ts.createProgram([types], { noLib: true, types: [], module: ts.ModuleKind.Node16 });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(types);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${types} is no module`);
  const exported = checker.getExportsOfModule(module).filter(({ name }) => optionTypes.includes(name));
  return new Map(
    exported
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .flatMap((symbol) =>
        checker
          .getDeclaredTypeOfSymbol(symbol)
          .getProperties()
          .map((property) => ({ option: `${symbol.name}.${property.name}`, property })),
      )
      .flatMap(({ option, property }) => {
        const tag = property.getJsDocTags(checker).find(({ name }) => name === 'default');
        // A condition may follow the value.
        const [, text, other] = /^(?:'([^']+)'|([^\s,]+))/.exec(ts.displayPartsToString(tag?.text)) ?? [];
        const value = text ?? other;
        return value === undefined ? [] : [[option, value] as const];
      }),
  );
}

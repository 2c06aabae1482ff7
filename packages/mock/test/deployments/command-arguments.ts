/** The options among the arguments of a command, each with its values. Those of the mock and of Valkey are written alike. */
export function optionsIn(args: readonly string[]): Map<string, string[]> {
  const options = new Map<string, string[]>();
  for (const [index, name] of args.entries()) {
    if (!name.startsWith('--')) continue;
    const value = args[index + 1];
    const values = value === undefined || value.startsWith('--') ? [] : [value];
    options.set(name, [...(options.get(name) ?? []), ...values]);
  }
  return options;
}

/** What is wrong with arguments of the mock, by its own help: unknown options, and values that are missing or not wanted. */
export function wrongArguments(args: readonly string[], help: string): string[] {
  const known = new Map(
    [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)( <.*?>)?/gm)].map(([, name = '', value]) => [
      name,
      value !== undefined,
    ]),
  );
  return [...optionsIn(args)].flatMap(([name, values]) => {
    const takesValue = known.get(name);
    if (takesValue === undefined) return [`there is no option ${name}`];
    return takesValue === values.length > 0 ? [] : [`${name} ${takesValue ? 'takes a value' : 'takes no value'}`];
  });
}

import { checkWords } from './check-words.js';
import { isObject } from './origins.js';
import { methods } from './shape.js';

/** A place of the document in words, from a path in it. */
type At = (path: readonly string[]) => string;

/** The names of the parameters in a path. */
const templateNames = (path: string): string[] => [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

/** Holds paths, operations and their parameters against each other. Their shape is right already. */
export function checkPaths(root: Readonly<Record<string, unknown>>, at: At, problems: string[]): void {
  const idsSeen = new Map<unknown, string>();
  const routes = new Map<string, string>();
  const schemes = Object.keys(members(members(root['components'])['securitySchemes']));
  let operations = 0;
  checkSecurity(root['security'], []);
  for (const [path, item] of Object.entries(members(root['paths']))) {
    if (!path.startsWith('/')) continue;
    const names = checkTemplate(path);
    for (const method of methods) {
      const operation = members(item)[method];
      if (operation === undefined) continue;
      operations += 1;
      const place = ['paths', path, method];
      const { operationId, security, parameters, responses } = members(operation);
      if (!Object.keys(members(responses)).some((status) => /^([1-5]|default)/.test(status))) {
        problems.push(`${at([...place, 'responses'])} has no answer; add 200 or default`);
      }
      // What says nothing of an answer would be taken for none.
      for (const response of Object.values(members(responses))) if (isObject(response)) response['description'] ??= '';
      once(idsSeen, operationId, [...place, 'operationId'], `has the operationId of`);
      once(routes, `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, place, 'answers the same paths as');
      checkSecurity(security, place);
      checkWords(members(operation), (way, rule) => problems.push(`${at([...place, ...way])} ${rule}`));
      checkParameters(names, place, [...list(members(item)['parameters']), ...list(parameters)]);
    }
  }
  if (operations === 0) problems.push(`${at(['paths'])} has no operation; a mock needs one to answer`);

  function checkTemplate(path: string): string[] {
    const names = templateNames(path);
    for (const segment of path.split('/')) {
      if (/^\{[^{}]+\}$/.test(segment) || !/[{}*?#]/.test(segment)) continue;
      problems.push(
        `${at(['paths', path])} has the segment "${segment}"; one must be a parameter as a whole, or a string without { } * ? #`,
      );
    }
    if (new Set(names).size < names.length) problems.push(`${at(['paths', path])} has a parameter twice`);
    return names;
  }

  function once(seen: Map<unknown, string>, value: unknown, place: string[], rule: string): void {
    if (value === undefined) return;
    const other = seen.get(value);
    if (other === undefined) seen.set(value, at(place));
    else problems.push(`${at(place)} ${rule} ${other}`);
  }

  function checkSecurity(security: unknown, place: string[]): void {
    for (const name of list(security).flatMap((each) => Object.keys(members(each)))) {
      if (schemes.includes(name)) continue;
      problems.push(`${at([...place, 'security'])} names "${name}", which is none of components.securitySchemes`);
    }
  }

  function checkParameters(names: readonly string[], place: string[], parameters: readonly unknown[]): void {
    const declared = parameters.map(members).flatMap((each) => (each['in'] === 'path' ? [String(each['name'])] : []));
    for (const name of names) {
      if (!declared.includes(name)) problems.push(`${at(place)} does not declare the parameter {${name}} of its path`);
    }
    for (const name of declared) {
      if (!names.includes(name))
        problems.push(`${at(place)} declares the parameter {${name}}, which its path does not have`);
    }
  }
}

const members = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

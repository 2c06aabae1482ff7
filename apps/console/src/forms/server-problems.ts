import type { VpcepHttpError } from '@vpcep/client';
import type { CataloguedError } from '@vpcep/client/error-catalogue';
import type { Language } from '../language/languages.js';
import type { FieldPath } from './field-problem.js';

/** Something that the service finds wrong: at a place in the body, or with one of some fields, the likeliest first. */
export type ServerProblem = { readonly message: string } & (
  { readonly path: FieldPath } | { readonly fields: readonly string[] }
);

/** What an error response is about: each field that its message names, else one of those that its code is about. */
export function serverProblems(
  { reason }: VpcepHttpError,
  catalogued: CataloguedError | undefined,
  language: Language,
): ServerProblem[] {
  const message = [catalogued?.remedy[language], reason].filter((part) => part !== undefined).join(' ');
  const named = [...reason.matchAll(/\bbody((?:\.\w+|\[\d+\])+)/g)].map(([, place = '']) => pathOf(place));
  if (named.length > 0) return named.map((path) => ({ path, message }));
  return [{ fields: catalogued?.fields ?? [], message }];
}

/** The path that a place such as `.ports[1].client_port` stands for. */
function pathOf(place: string): FieldPath {
  return [...place.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, position]) => name ?? Number(position));
}

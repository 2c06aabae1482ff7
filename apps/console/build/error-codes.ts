import { type CataloguedError, type ErrorKind, isOfGateway } from '@vpcep/openapi/documents';

/**
 * The codes that the console knows from others, or begins with where one is to be chosen.
 *
 * @param aliases beginnings of codes that some regions use, each with the one that the catalogue has in its place
 * @throws Error when the catalogue has none of a kind, a category or a status.
 */
export function errorCodes(errors: readonly CataloguedError[], aliases: Readonly<Record<string, string>>) {
  const [noSuchCall = ''] = codesWith(errors.filter(isOfGateway), 'status', 404);
  const otherSpellings = Object.entries(aliases)
    .filter(([, spelling]) => noSuchCall.startsWith(spelling))
    .map(([alias, spelling]) => alias + noSuchCall.slice(spelling.length));
  return {
    system: codesWith(errors, 'kind', 'system' satisfies ErrorKind)[0],
    throttling: codesWith(errors, 'kind', 'throttling' satisfies ErrorKind),
    creation: codesWith(errors, 'category', 'endpoint-service')[0],
    /** In every region's spelling. */
    noSuchCall: [noSuchCall, ...otherSpellings],
  };
}

function codesWith<Member extends 'kind' | 'category' | 'status'>(
  errors: readonly CataloguedError[],
  member: Member,
  value: NonNullable<CataloguedError[Member]>,
): string[] {
  const codes = errors.filter((error) => error[member] === value).map(({ code }) => code);
  if (codes.length === 0) throw new Error(`errors.json: no code has the ${member} ${value}`);
  return codes;
}

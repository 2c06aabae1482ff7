import type { VpcepClient } from '@vpcep/client';
import {
  assertArguments,
  checkArguments,
  requestSchemasIn,
  type Language,
  type Problem,
  type Rule,
  type RuleParams,
} from '@vpcep/client/checks';
import { errorCatalogue, errorCategories, type CataloguedError, type ErrorCode } from '@vpcep/client/error-catalogue';

/** The positions of port mappings that repeat an earlier one. */
export function repeatedMappings(body: object): number[] {
  return checkArguments('createEndpointService', { body }).flatMap((problem) =>
    problem.rule === 'uniqueBy' && problem.params.members.includes('protocol') ? [problem.params.index] : [],
  );
}

/** What to do about a problem, and which part of the service it is about. */
export function adviceFor({ code, field, message }: Problem, language: Language): string[] {
  const catalogued: CataloguedError | undefined = errorCatalogue.get(code);
  const category = catalogued === undefined ? '' : errorCategories[catalogued.category]?.[language];
  return [field, message[language], catalogued?.remedy[language] ?? '', category ?? ''];
}

/** Creates a service from what somebody has typed. */
export async function create(vpcep: VpcepClient, args: unknown): Promise<string> {
  assertArguments('createEndpointService', args);
  return (await vpcep.createEndpointService(args)).id;
}

export const limits: RuleParams['maximum'] = { minimum: 1, maximum: 65535 };
export const tagOnce: ErrorCode = 'EndPoint.3067';
export const { vendor } = requestSchemasIn('zh-CN').createEndpoint['~standard'];

/** Each of these is a mistake that must not compile; were one to compile, its directive would be the error. */
export function misuseOfChecks(problem: Problem): boolean {
  // @ts-expect-error there is no such code
  const code: ErrorCode = 'EndPoint.9999';
  // @ts-expect-error there is no such rule
  const rule: Rule = 'repeatedPortMapping';
  // @ts-expect-error no problem has such a code
  return problem.code === 'EndPoint.9999' || problem.code === code || problem.rule === rule;
}

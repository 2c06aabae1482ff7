import { VpcepValidationError } from './errors/vpcep-validation-error.js';

/** @throws VpcepValidationError when it is none. */
export function requireProjectId(projectId: unknown): string {
  if (typeof projectId === 'string' && projectId !== '') return projectId;
  throw new VpcepValidationError('projectId', 'must be a non-empty string');
}

/** A folder cannot be used. The message says why, and what to do. */
export class FolderError extends Error {}

/** Why a folder cannot be used, and what to do. */
export function reasonOf(error: unknown): string {
  if (error instanceof FolderError) return error.message;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${reason}; make room on its disk, or see that the folder can be written`;
}

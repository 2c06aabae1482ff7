import { VpcepError } from '../errors/vpcep-error.js';
import { iamBaseUrl } from './iam-url.js';

/** Options of {@link createProjectIdSource}. */
export interface ProjectIdSourceOptions {
  /** The region's ID, which is also the name of its project. */
  region: string;
  /**
   * Where Identity and Access Management (IAM) is reached.
   *
   * @default the region's host, such as https://iam.cn-north-4.myhuaweicloud.com
   */
  iamUrl?: string | undefined;
  /** Sends an authenticated GET request, and resolves with the body of an answer with status 2xx, read as JSON. */
  send: (url: string) => Promise<unknown>;
}

/**
 * Looks up the ID of the region's project, once: calls that wait share one request, and what it found is kept. A
 * failure is not kept; the next call asks again.
 *
 * The request is IAM's `GET /v3/projects?name=…` (KeystoneListProjects), which Huawei's SDKs use for the same.
 *
 * @returns a function that resolves with the ID; it rejects with what `send` rejects with, or with a VpcepError when
 * there is not exactly one project of that name.
 * @throws VpcepValidationError when the region is unknown and no `iamUrl` is given.
 */
export function createProjectIdSource({ region, iamUrl, send }: ProjectIdSourceOptions): () => Promise<string> {
  const url = `${iamBaseUrl(region, iamUrl)}/v3/projects?name=${encodeURIComponent(region)}`;
  let found: Promise<string> | undefined;
  return () =>
    (found ??= send(url)
      .then((answer) => onlyProject(answer, region))
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      }));
}

function onlyProject(answer: unknown, region: string): string {
  const { projects } = (answer ?? {}) as { projects?: unknown };
  const named = (Array.isArray(projects) ? projects : []).filter(
    (project: { id?: unknown; name?: unknown } | null) => project?.name === region && project.id,
  ) as { id: string }[];
  const [found] = named;
  if (found && named.length === 1) return found.id;
  throw new VpcepError(
    `the credentials see ${named.length} projects named ${region}, not one; give projectId, which the console shows under "My Credentials"`,
  );
}

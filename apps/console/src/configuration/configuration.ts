import * as v from 'valibot';
import { laterStates } from '../generated/document-values.js';

const address = v.pipe(v.string(), v.url(), v.regex(/^https?:/));
const projectName = v.union([v.string(), v.object({ en: v.string(), 'zh-CN': v.string() })]);

const id = v.pipe(v.string(), v.minLength(1));
/** What the API asks for by its ID, and has no list of. */
const networkResource = v.object({ id, name: v.string(), vpc_id: v.optional(id) });
const networkResources = v.optional(v.array(networkResource));

/** The file `config.json` beside the page. What it leaves out is as it is here. */
const configurationSchema = v.object({
  /** Where the API is, until somebody enters another address. */
  baseUrl: v.optional(address),
  /** Whether a mock in the page itself is at that address; by default, at the page's own. */
  mock: v.optional(v.literal('in-page')),
  /** The state of the API; tables 1 to 7 when it is left out. */
  asOf: v.optional(v.picklist(laterStates)),
  /** Where the reference is, from the page's own address on; no link to it when it is left out. */
  reference: v.optional(v.string()),
  /** The projects that one can choose from. Each is a tenant of its own. */
  projects: v.optional(
    v.pipe(
      v.array(
        v.object({ id, name: projectName, vpcs: networkResources, subnets: networkResources, ports: networkResources }),
      ),
      v.minLength(1),
    ),
    [
      { id: '6e9dfd51d1124e8d8498dce894923a0d', name: { en: 'Web shop', 'zh-CN': '网上商店' } },
      { id: '295dacf46a4842fcbf7844dc2dc2489d', name: { en: 'Northern branch', 'zh-CN': '北方分部' } },
    ],
  ),
});

export type Configuration = v.InferOutput<typeof configurationSchema> & { baseUrl: string };
export type NetworkResource = v.InferOutput<typeof networkResource>;
export type Project = Configuration['projects'][number];

/** Reads `config.json`. A console without one uses the mock on this machine. */
export async function loadConfiguration(): Promise<Configuration> {
  const response = await fetch('config.json', { cache: 'no-cache' });
  if (response.status === 404) return completed(v.parse(configurationSchema, {}));
  if (!response.ok) throw new Error(`config.json: status ${response.status}`);
  const result = v.safeParse(configurationSchema, await response.json());
  if (result.success) return completed(result.output);
  const { issues } = result;
  throw new Error(`config.json: ${issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`);
}

function completed(given: v.InferOutput<typeof configurationSchema>): Configuration {
  return { ...given, baseUrl: given.baseUrl ?? (given.mock === undefined ? 'http://127.0.0.1:4010' : location.origin) };
}

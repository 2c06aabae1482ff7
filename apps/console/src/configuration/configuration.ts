import * as v from 'valibot';
import { laterStates } from '../generated/document-values.js';
import { preferredLanguage } from '../language/languages.js';

const address = v.pipe(v.string(), v.url(), v.regex(/^https?:/));
const projectName = v.union([v.string(), v.object({ en: v.string(), 'zh-CN': v.string() })]);

const id = v.pipe(v.string(), v.minLength(1));
/** What the API asks for by its ID, and has no list of. */
const networkResource = v.object({ id, name: v.string(), vpc_id: v.optional(id) });
const networkResources = v.optional(v.array(networkResource));

/** The file `config.json` beside the page. What it leaves out is as it is here. */
const configurationSchema = v.strictObject({
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

/**
 * Reads `config.json`. A console without one uses the mock on this machine; the hosts of objects, such as OBS, answer with
 * 403 where there is none.
 *
 * @throws Error that says what is wrong with it, and what to do, in the language that the browser asks for.
 */
export async function loadConfiguration(): Promise<Configuration> {
  const response = await fetch('config.json', { cache: 'no-cache' });
  if (response.status === 404 || response.status === 403) return completed(v.parse(configurationSchema, {}));
  const text = await response.text();
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), configurationSchema), text);
  if (response.ok && result.success) return completed(result.output);

  // What is said about it is loaded by those alone who need it.
  const { configurationWords, nearestName } = await import('./configuration-problem.js');
  const words = configurationWords(preferredLanguage(navigator.languages));
  if (!response.ok) throw new Error(words.status(String(response.status)));
  if (/^\s*</.test(text)) throw new Error(words.page());
  const problems = (result.issues ?? []).map((issue) => {
    const member = v.getDotPath(issue) ?? '';
    if (issue.type === 'parse_json') return words.noJson(issue.received);
    if (issue.type !== 'strict_object' || issue.expected !== 'never') return words.wrong(member, issue.message);
    const meant = nearestName(member, Object.keys(configurationSchema.entries));
    return meant === undefined ? words.unknown(member) : words.misspelt(member, meant);
  });
  throw new Error(problems.join('\n'));
}

function completed(given: v.InferOutput<typeof configurationSchema>): Configuration {
  return { ...given, baseUrl: given.baseUrl ?? (given.mock === undefined ? 'http://127.0.0.1:4010' : location.origin) };
}

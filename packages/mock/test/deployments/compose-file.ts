import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** The file of Compose, as it is. */
export const composeText = readFileSync(new URL('../../examples/shared/compose.yaml', import.meta.url), 'utf8');

/** What a service of the file may say; that it is in this form, the linter sees to. */
export interface ComposeService {
  readonly build?: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks: readonly string[];
  readonly ports?: readonly { readonly host_ip: string; readonly published: string; readonly target: number }[];
  readonly volumes?: readonly string[];
  readonly mem_limit: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, object | null>>;
}

/** Reads a file of Compose, anchors and all. */
export const readCompose = (text: string): ComposeFile => load(text) as ComposeFile;

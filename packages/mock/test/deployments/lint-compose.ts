import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is used of the linter, whose own types name files in a way that only bundlers follow. */
interface Linter {
  lintFiles(paths: string[], recursively: boolean): { messages: { rule: string; message: string }[] }[];
}
const { DCLinter } = createRequire(import.meta.url)('dclint') as {
  DCLinter: new (config: { rules: object; quiet: boolean; debug: boolean; exclude: string[] }) => Linter;
};

/** What the linter finds in a file of Compose, by the schema of Compose and all of its own rules. */
export function lintCompose(text: string): string[] {
  // It reads files only.
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-compose-'));
  writeFileSync(join(folder, 'compose.yaml'), text);
  const found = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles([folder], false);
  rmSync(folder, { recursive: true });
  return found.flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fullTier, posixShell } from '@vpcep/testing';

/** What runs the samples of a label. */
export interface SnippetTool {
  readonly label: string;
  /** The file that a reader would keep the sample in, and the commands that check and run it there. */
  readonly file: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

const tools: readonly SnippetTool[] = [
  { label: 'Python', file: 'sample.py', commands: [['python3', 'sample.py']] },
  {
    label: 'Go',
    file: 'sample.go',
    commands: [
      ['gofmt', '-d', 'sample.go'],
      ['go', 'run', 'sample.go'],
    ],
  },
  { label: 'Java', file: 'Sample.java', commands: [['java', 'Sample.java']] },
  { label: 'HTTPie', file: 'sample.sh', commands: [[posixShell(), 'sample.sh']] },
];

/** Those that Debian has packages of, in the full tier. */
export const snippetTools: readonly SnippetTool[] = fullTier && process.platform === 'linux' ? tools : [];

/** Runs a sample as a reader would who has copied it, and returns what each of the commands writes. */
export async function runSnippet({ file, commands }: SnippetTool, source: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-snippet-'));
  writeFileSync(join(folder, file), `${source}\n`);
  const outputs: string[] = [];
  try {
    for (const [program, ...args] of commands) {
      const running = promisify(execFile)(program, args, { cwd: folder });
      running.child.stdin?.end();
      outputs.push((await running).stdout);
    }
  } catch (error) {
    const packages = 'python3-requests golang-go default-jdk-headless httpie';
    throw new Error(`The sample failed. If its tool is missing: "sudo apt-get install ${packages}".`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outputs;
}

import { spawn } from 'node:child_process';
import { endTree, npmCli } from '@vpcep/testing';

/** A mock that was started as its README says. */
export interface RunningMock {
  url: string;
  stop(): void;
}

/** Starts the mock that is installed in a folder, by npx. */
export async function startMockByNpx(cwd: string, env: NodeJS.ProcessEnv): Promise<RunningMock> {
  const child = spawn(process.execPath, [npmCli('npx'), '@vpcep/mock', '--port', '0'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npx does not pass signals on.
    detached: true,
  });
  const stop = () => {
    endTree(child);
  };
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      const [found] = /http:\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`npx @vpcep/mock ended:\n${said}`));
    });
  });
  return { url, stop };
}

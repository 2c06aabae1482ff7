import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The shell that commands in a page are written for. On Windows it is the one that comes with Git. */
export function posixShell(): string {
  if (process.platform !== 'win32') return 'sh';
  // Such as C:/Program Files/Git/mingw64/libexec/git-core.
  const gitCore = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim();
  return join(gitCore, '../../../bin/sh.exe');
}

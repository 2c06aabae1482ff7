// Installs what the lockfile says, when that is missing or stale. Runs before anything is installed: Node alone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages that a lockfile lists, or undefined where there is none. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(root + file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Why an installation is due, or undefined when what is installed is what the lockfile says. */
function reasonToInstall() {
  const wanted = packagesOf('package-lock.json');
  // npm keeps a record of what it installed.
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed === undefined) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    // What is meant for other platforms is not installed.
    if (found === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (found === undefined) return `${path} is missing`;
    if (found.version !== entry.version || found.integrity !== entry.integrity || found.resolved !== entry.resolved) {
      return `${path} is another version`;
    }
  }
  const extra = Object.keys(installed).find((path) => wanted[path] === undefined);
  return extra === undefined ? undefined : `${extra} is no longer wanted`;
}

const reason = reasonToInstall();
if (reason !== undefined) {
  process.stdout.write(`Installing what package-lock.json says, because ${reason}: npm ci\n`);
  // By a shell, which finds npm on Windows too, where it is no program but a script.
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  process.exitCode = status ?? 1;
}

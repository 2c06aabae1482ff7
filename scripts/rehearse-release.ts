import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneRepository, root } from './clone.js';
import { createNpmUser } from './release/npm-user.js';
import { publishedFolders, readManifest } from './release/published-packages.js';
import { raiseVersion } from './release/raise-version.js';
import { startRegistry } from './release/registry.js';
import { runScript } from './release/run-process.js';
import { createStranger } from './release/stranger.js';
import { thirdPartyOf } from './release/third-party.js';

/**
 * Goes through a release and an update, as a maintainer and as a stranger who installs it: in a copy of the repository,
 * with a registry on this machine. Nothing is left behind, and nothing of the user's npm is read or written.
 */
const require = createRequire(import.meta.url);
const begun = Date.now();
const seconds = () => ((Date.now() - begun) / 1000).toFixed(0).padStart(3);
const say = (line: string) => process.stdout.write(`${seconds()} s  ${line}\n`);

/** What has to be undone, the last first. */
const undo: (() => void)[] = [];
const undoAll = () => {
  for (let next = undo.pop(); next !== undefined; next = undo.pop()) next();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // A terminal and npm may each send one: what is being undone is not interrupted by the second.
  process.on(signal, () => {
    undoAll();
    process.exit(1);
  });
}

async function rehearse(): Promise<string[]> {
  const work = mkdtempSync(join(tmpdir(), 'vpcep-rehearsal-'));
  undo.push(() => {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  });
  const copy = cloneRepository();
  undo.push(() => {
    copy.remove();
  });
  say(`The repository is copied to ${copy.folder}.`);
  const registry = await startRegistry(work);
  undo.push(() => {
    registry.close();
  });
  say(`Verdaccio listens on ${registry.url}. It knows no other registry.`);

  const maintainer = createNpmUser(join(work, 'maintainer'), registry, { mayPublish: true });
  const others = thirdPartyOf(publishedFolders.map((folder) => join(root, folder)));
  for (const place of others) {
    const { name, version } = readManifest(place);
    await maintainer.npm(['publish', place, '--ignore-scripts', '--tag', 'as-installed'], work);
    say(`${name} ${version}, which the packages need, is there as it is installed here.`);
  }

  /** Builds the copy and publishes it, by the command that a real release ends with. */
  async function publish(version: string): Promise<void> {
    const options = { cwd: copy.folder, env: maintainer.env };
    // What was built here of the very same files need not be built again.
    const cache = [`--cache-dir=${join(root, '.turbo/cache')}`, '--cache=local:r'];
    const filters = ['--filter=@vpcep/drift', '--filter=@vpcep/mock'];
    await runScript(['scripts/turbo.mjs', 'run', 'build', ...filters, ...cache], options);
    say(`Version ${version} is built.`);
    await runScript([require.resolve('@changesets/cli/bin.js'), 'publish'], options);
    for (const folder of publishedFolders) {
      const { name, repository } = readManifest(join(copy.folder, folder));
      const published = await registry.latest(name);
      const expected = { name, version, repository };
      if (JSON.stringify(published) !== JSON.stringify(expected)) {
        throw new Error(`the registry has ${JSON.stringify(published)}, and not ${JSON.stringify(expected)}`);
      }
      say(`${name} ${version} is published.`);
    }
  }

  const first = readManifest(join(copy.folder, 'openapi')).version;
  await publish(first);

  const stranger = createStranger(
    join(work, 'stranger'),
    createNpmUser(join(work, 'stranger-npm'), registry, { mayPublish: false }),
    readFileSync(join(copy.folder, 'README.md'), 'utf8'),
    (mock) => {
      undo.push(() => {
        mock.stop();
      });
      say(`A stranger starts the mock by npx @vpcep/mock: ${mock.url}.`);
    },
  );
  say(`A stranger installs the packages: ${await stranger.install()}, without a warning.`);
  const before = await stranger.use();
  say(`The README's first sample runs in Node and compiles in strict TypeScript. It printed: ${before.printed}.`);

  writeFileSync(
    join(copy.folder, '.changeset/rehearsal.md'),
    '---\n"@vpcep/openapi": patch\n---\n\nThis was rehearsed.\n\nzh-CN: 这是一次演练。\n',
  );
  const second = await raiseVersion(copy.folder, maintainer.env);
  if (second === undefined) throw new Error('a changeset has made no version');
  say(`The changesets, and one more for the rehearsal, make ${first} ${second}.`);
  await publish(second);
  say(`The stranger updates: ${await stranger.update()}, without a warning. npm knows nothing newer.`);
  const after = await stranger.use();
  say(`The same sample runs and compiles. It printed: ${after.printed}.`);

  if (before.version !== first || after.version !== second) {
    throw new Error(`the stranger has ${before.version} and then ${after.version}, not ${first} and then ${second}`);
  }
  if (before.documentHash === after.documentHash) throw new Error('the update brought no other document');
  return [
    `${publishedFolders.length} packages were published, installed, used and updated, from ${first} to ${second}.`,
    `All carry the document ${after.documentHash.slice(0, 12)}… now, and ${before.documentHash.slice(0, 12)}… before.`,
  ];
}

try {
  const summary = await rehearse();
  undoAll();
  say('All of it is removed again.');
  process.stdout.write(`\nThe release can go out.\n${summary.join('\n')}\n`);
} catch (error) {
  undoAll();
  process.stderr.write(`\nThe release cannot go out: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

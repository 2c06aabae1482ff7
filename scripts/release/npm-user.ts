import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCli } from '@vpcep/testing';
import { runScript, type Said } from './run-process.js';
import type { Registry } from './registry.js';

/** Somebody who uses npm: with a configuration and a cache of their own, and nothing of the user who runs this. */
export interface NpmUser {
  env: NodeJS.ProcessEnv;
  npm(args: string[], cwd: string): Promise<Said>;
}

/**
 * @param home an empty folder for the configuration and the cache.
 * @param mayPublish whether they are known to the registry.
 */
export function createNpmUser(home: string, registry: Registry, { mayPublish }: { mayPublish: boolean }): NpmUser {
  const configuration = join(home, 'npmrc');
  const host = registry.url.replace('http:', '');
  mkdirSync(home);
  writeFileSync(
    configuration,
    [
      `registry=${registry.url}`,
      ...(mayPublish ? [`${host}:_authToken=${registry.token}`] : []),
      'audit=false',
      'fund=false',
      'update-notifier=false',
      '',
    ].join('\n'),
  );
  const env = {
    // npm tells its scripts how it was called, which is not how this user calls it.
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
    npm_config_userconfig: configuration,
    npm_config_globalconfig: join(home, 'no-such-file'),
    npm_config_cache: join(home, 'cache'),
    // changesets reads it from here alone.
    npm_config_registry: registry.url,
    // It tags what it has published, and git wants to know who does.
    GIT_AUTHOR_NAME: 'rehearsal',
    GIT_AUTHOR_EMAIL: 'rehearsal@localhost',
    GIT_COMMITTER_NAME: 'rehearsal',
    GIT_COMMITTER_EMAIL: 'rehearsal@localhost',
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
  return { env, npm: (args, cwd) => runScript([npmCli(), ...args], { cwd, env }) };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The folders of the packages whose code is in a bundle: Redoc's modules have no path of their own. */
function packagesIn({ inputs }: Metafile): Set<string> {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const redoc = folders.map((folder) => folder.replace(/node_modules\/.*$/, 'node_modules/redoc')).find(existsSync);
  return new Set([...folders, ...(redoc === undefined ? [] : [redoc])].sort());
}

/**
 * The licences of the packages whose code is in a bundle: they allow that only with their text beside it.
 *
 * @throws Error when a package has none.
 */
export function licencesOf(bundle: Metafile): string {
  const texts = [...packagesIn(bundle)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
    };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} ${version} is in a script, and has no text of its licence`);
    const text = readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version}${license === undefined ? '' : ` (${license})`}\n\n${text}`;
  });
  return `${texts.join('\n\n----\n\n')}\n`;
}

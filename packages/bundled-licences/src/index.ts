import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { missingNotice } from './missing-notices.js';

/** Licences that ask for no more than that their text comes along. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense']);

/** What the text is that packages come with which do not say so in their package.json, or not which one of its kind. */
const byTheirTexts: Readonly<Record<string, string>> = { decko: 'MIT', 'url-template': 'BSD-3-Clause' };

/**
 * The folders of the packages whose code is in a bundle.
 *
 * @param folder where esbuild has worked: the paths that it tells begin there.
 */
export function bundledPackages({ outputs }: Metafile, folder: string): string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(folders)].map((found) => resolve(folder, found));
}

/**
 * The notices that have to come with a bundle: name, version and licence of each package in it, and the text.
 *
 * @param packages their folders, in any order and as often as they were found.
 * @param further files with the licences of what a package has in it from elsewhere, by its name.
 * @throws Error when a package has no licence, no text of it, or a licence that is not known to allow this.
 */
export function licencesOf(packages: string[], further: Readonly<Record<string, string[]>> = {}): string {
  const notices = [...new Set(packages)].map((place) => {
    const {
      name,
      version,
      licenses,
      license: stated = licenses?.map(({ type }) => type).join(' AND '),
    } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
      /** How packages of old say it. */
      licenses?: { type: string }[];
    };
    const license = byTheirTexts[name] ?? stated;
    if (license === undefined || !allowed.has(license)) {
      throw new Error(
        `${name} ${version} is in the bundle, and its licence is ${license ?? 'not known'}: see packages/bundled-licences`,
      );
    }
    const texts = readdirSync(place)
      .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
      .sort()
      .map((file) => readFileSync(join(place, file), 'utf8').trim());
    if (texts.length === 0) {
      const notice = missingNotice(name, license);
      if (notice === undefined) {
        throw new Error(
          `${name} ${version} comes without the text of its licence: give it in packages/bundled-licences/src/missing-notices.ts`,
        );
      }
      texts.push(notice);
    }
    texts.push(...(further[name] ?? []).map((file) => readFileSync(join(place, file), 'utf8').trim()));
    return { name, version, license, texts };
  });
  notices.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return notices
    .map(({ name, version, license, texts }) => [`${name} ${version} (${license})`, ...texts].join('\n\n'))
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

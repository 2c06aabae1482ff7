import { collectionFiles, downloadsAnchor, formFiles } from '../site/downloads.js';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import { referenceTextsOf } from './reference-texts.js';
import { singleFileName } from './single-file.js';

/** The documents that can be downloaded: what is one of a later state is in JSON alone. */
export interface Downloads {
  /** Later states of the API, by their months. */
  states: readonly string[];
}

/**
 * What can be downloaded, in a language.
 *
 * @param root - where the site begins, seen from the page.
 */
export function downloadsOf(
  language: Language,
  root: string,
  states: readonly string[],
): { title: string; url: string }[] {
  const { documentAsOf, singleFile } = textsOf[language];
  return [
    { title: 'OpenAPI (JSON)', url: 'openapi.json' },
    { title: 'OpenAPI (YAML)', url: `${root}openapi.yaml` },
    ...states.map((state) => ({ title: documentAsOf(state), url: `openapi.${state}.json` })),
    ...[...formFiles, ...collectionFiles].map((name) => ({ title: name, url: name })),
    { title: singleFile, url: `${root}download/${singleFileName(language)}` },
  ];
}

/**
 * What can be downloaded, below the title of the first page.
 *
 * @param props.root - where the site begins, seen from the page.
 */
export function DownloadLinks({ language, root, states }: Downloads & { language: Language; root: string }) {
  return (
    <p className="downloads" id={downloadsAnchor}>
      {referenceTextsOf[language].download}:{' '}
      {downloadsOf(language, root, states).map(({ title, url }) => (
        <a key={url} href={url} download>
          {title}
        </a>
      ))}
    </p>
  );
}

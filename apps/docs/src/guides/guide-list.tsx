import { firstSentenceOf, titleOf } from '../site/markdown.js';
import { textsOf } from '../site/texts.js';
import { guideNames, readGuide } from './guides.js';
import type { GuideSources } from './guide.js';

/** The list of all guides, for a page of its own or within another. */
export function GuideList({ language, addressOf }: Pick<GuideSources, 'language' | 'addressOf'>) {
  const texts = textsOf[language];
  return (
    <article className="text">
      <h1>{texts.guides}</h1>
      <p>{texts.guidesDescription}</p>
      <ol className="guides">
        {guideNames.map((name) => {
          const guide = readGuide(name, language);
          return (
            <li key={name}>
              <a href={addressOf(`guides/${name}/`)}>{titleOf(guide)}</a>
              <p>{firstSentenceOf(guide)}</p>
            </li>
          );
        })}
      </ol>
    </article>
  );
}

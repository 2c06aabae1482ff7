import { Changelog } from '../changelog/changelog-page.js';
import { AllDecisions } from '../decisions/decision-page.js';
import { type CatalogueSources, ErrorCatalogue } from '../errors/errors-page.js';
import { Guide } from '../guides/guide.js';
import { GuideList } from '../guides/guide-list.js';
import { guideNames } from '../guides/guides.js';
import { LaterReleases } from '../later/later-page.js';
import { Regions } from '../regions/regions-page.js';
import { AllWorkflows } from '../workflows/workflow-page.js';

/** The other pages of the site, as they follow the reference where all is on one page: each is an anchor there. */
export function Appendix(sources: CatalogueSources) {
  const { language, document, errors, addressOf } = sources;
  const common = { language, addressOf };
  return (
    <>
      <section id="guides">
        <GuideList {...common} />
      </section>
      {guideNames.map((name) => (
        <section key={name} id={`guides/${name}`}>
          <Guide {...common} name={name} document={document} />
        </section>
      ))}
      <AllWorkflows {...common} document={document} />
      <AllDecisions {...common} />
      <section id="errors">
        <ErrorCatalogue {...sources} />
      </section>
      <section id="regions">
        <Regions {...common} document={document} />
      </section>
      <section id="later">
        <LaterReleases {...common} document={document} errors={errors} />
      </section>
      <section id="changelog">
        <Changelog language={language} />
      </section>
    </>
  );
}

import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { ServicesOverview } from './services-overview.js';
import { UsesOverview } from './uses-overview.js';

/** The whole project as pictures: its services with who is connected to them, and the services that it uses. */
export function OverviewPage() {
  const { pictures } = useTexts();
  return (
    <>
      <PageHeading title={pictures.overview} intro={pictures.intro} />
      <div className="overview">
        <ServicesOverview />
        <UsesOverview />
      </div>
    </>
  );
}

import { useLocation, useNavigate } from 'react-router';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { addressOf, pageNames, usePageLocation } from '../location/location.js';

/** Chooses the project, and with it the tenant whose view the console shows. */
export function ProjectSwitch() {
  const texts = useTexts();
  const location = usePageLocation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { projects } = useConnection().configuration;
  const options = projects.map(({ id, name }) => ({
    id,
    label: typeof name === 'string' ? name : name[location.language],
  }));
  // The address may name a project that is not configured.
  if (!options.some(({ id }) => id === location.projectId)) {
    options.push({ id: location.projectId, label: location.projectId });
  }
  return (
    <select
      aria-label={texts.project}
      className="project-switch"
      title={location.projectId}
      value={location.projectId}
      onChange={({ target }) => {
        // What a page is about belongs to one project; its list is there in each.
        const [, , , first] = pathname.split('/');
        const page = pageNames.find((name) => name === first) ?? 'endpoint-services';
        void navigate(addressOf({ ...location, projectId: target.value }, page));
      }}
    >
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

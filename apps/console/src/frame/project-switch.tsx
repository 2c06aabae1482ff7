import { Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { addressOf, usePageLocation } from '../location/location.js';

/** Chooses the project, and with it the tenant whose view the console shows. */
export function ProjectSwitch() {
  const texts = useTexts();
  const location = usePageLocation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { projects } = useConnection().configuration;
  const options = projects.map(({ id, name }) => ({
    value: id,
    label: typeof name === 'string' ? name : name[location.language],
  }));
  // The address may name a project that is not configured.
  if (!options.some(({ value }) => value === location.projectId)) {
    options.push({ value: location.projectId, label: location.projectId });
  }
  return (
    <Select
      aria-label={texts.project}
      className="project-switch"
      value={location.projectId}
      options={options}
      optionRender={({ label, value }) => (
        <div>
          {label}
          {label !== value && <div className="quiet mono">{value}</div>}
        </div>
      )}
      popupMatchSelectWidth={false}
      onChange={(projectId) => {
        // What a page is about belongs to one project; its list is there in each.
        const [, , , page = 'endpoint-services'] = pathname.split('/');
        void navigate(addressOf({ ...location, projectId }, page));
      }}
    />
  );
}

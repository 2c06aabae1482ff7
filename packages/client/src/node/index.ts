export { clientOptionsFromEnvironment, type EnvironmentOptions } from './client-options.js';
export { defaultCredentials } from './default-credentials.js';
export { credentialsFromEnvironment, projectIdFromEnvironment, regionFromEnvironment } from './environment.js';
export { credentialsFromProfile, projectIdFromProfile, type ProfileOptions } from './profile.js';

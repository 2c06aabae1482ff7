export { defaultCredentials } from './default-credentials.js';
export { credentialsFromEnvironment, projectIdFromEnvironment } from './environment.js';
export { credentialsFromProfile, projectIdFromProfile, type ProfileOptions } from './profile.js';

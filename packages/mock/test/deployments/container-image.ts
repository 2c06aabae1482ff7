import { readFileSync } from 'node:fs';

const recipe = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
const [, entrypoint = '[]'] = /^ENTRYPOINT (.*)$/m.exec(recipe) ?? [];
const [, exposed] = /^EXPOSE (\d+)$/m.exec(recipe) ?? [];

/** What the image of the mock says of itself, which those who run it rely upon. */
export const containerImage = {
  port: Number(exposed),
  /** The command that it begins with. */
  entrypoint: JSON.parse(entrypoint) as string[],
  hasHealthCheck: /^HEALTHCHECK /m.test(recipe),
};

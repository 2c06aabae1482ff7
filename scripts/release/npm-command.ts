import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The script behind the command `npm` or `npx`, to be run by this Node: to start the command itself takes a shell on
 * Windows.
 *
 * @throws Error when there is no npm.
 */
export function npmCommand(name: 'npm' | 'npx' = 'npm'): string {
  // npm tells its scripts where it is; otherwise it comes with Node.
  const told = process.env['npm_execpath'];
  const node = dirname(process.execPath);
  const places = [
    ...(told === undefined ? [] : [dirname(told)]),
    join(node, 'node_modules/npm/bin'),
    join(node, '../lib/node_modules/npm/bin'),
  ];
  const script = places.map((place) => join(place, `${name}-cli.js`)).find((file) => existsSync(file));
  if (script === undefined) throw new Error(`there is no ${name} in ${places.join(', ')}: run this by "npm run"`);
  return script;
}

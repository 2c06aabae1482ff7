import type { ControlHandlers } from '../control/control-routes.js';
import type { WorldOptions } from './world-options.js';
import type { WorldSummary } from './mock-world.js';

/** The routes by which worlds are made and removed. A world has none of them. */
export const worldRoutes = (worlds: {
  create(options: WorldOptions): WorldSummary;
  worlds(): WorldSummary[];
  remove(id: string): void;
}): ControlHandlers => ({
  '/_mock/worlds': {
    GET: () => ({ worlds: worlds.worlds() }),
    // The worlds check the options.
    POST: ({ body = {} }) => worlds.create(body as WorldOptions),
  },
  '/_mock/worlds/{name}': {
    DELETE({ name }) {
      worlds.remove(name);
    },
  },
});

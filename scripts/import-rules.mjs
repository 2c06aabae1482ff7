import { floors } from './floors.mjs';

const generated = '/src/generated/';

/** Matches the files of a room; `.` is the room of those right in the workspace. */
const filesOf = (workspace, room) =>
  `^${workspace}/${room === '.' ? '[^/]+$' : `${room.replaceAll('.', String.raw`\.`)}(/|$)`}`;

/** Of each workspace the patterns of its rooms, floor by floor. */
const buildings = Object.entries(floors).map(([workspace, listed]) => ({
  workspace,
  rooms: [['test'], ['bench', '.'], ...listed].map((floor) => floor.map((room) => filesOf(workspace, room))),
}));

const climbing = buildings.flatMap(({ workspace, rooms }) =>
  rooms.flatMap((floor, level) => {
    const below = rooms.slice(level + 1).flat();
    return floor.map((room) => ({
      name: 'no-climbing',
      comment: 'A room imports from lower floors only: see scripts/floors.mjs. Move down what both of them need.',
      severity: 'error',
      from: { path: room },
      to: { path: `^${workspace}/`, pathNot: [room, ...below, generated] },
    }));
  }),
);

const unplaced = { pathNot: [generated, ...buildings.flatMap(({ rooms }) => rooms.flat())] };

/**
 * The configuration of dependency-cruiser: imports go down the floors, and never in circles.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Neither can be read without the other. Move what both of them need to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...climbing,
    ...[
      { from: unplaced, to: {} },
      { from: { orphan: true, ...unplaced }, to: {} },
    ].map((rule) => ({
      ...rule,
      name: 'no-room-without-a-floor',
      comment: 'Say in scripts/floors.mjs on which floor this room is.',
      severity: 'error',
    })),
  ],
  options: {
    // Whoever takes only a type from a file has to know that file too.
    tsPreCompilationDeps: true,
    includeOnly: { path: '^(apps|openapi|packages|scripts)/' },
    // `generated` right in a workspace is what other people's tools write there while its tests run: it comes and goes.
    exclude: { path: ['(^|/)(dist|node_modules)/', '^packages/[^/]+/generated/'] },
  },
};

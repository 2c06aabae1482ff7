import { type LaterState, laterStates } from '../../src/later-states.js';
import { chineseOverlay, overlays, readBundle, workflowsOverlay } from '../bundle/files.js';
import { readWorkflows } from '../workflows.js';
import { type HumanText, humanTexts } from './human-texts.js';

/** What a Chinese overlay translates, and where it is. */
export interface ChineseEdition {
  readonly overlay: string;
  readonly texts: readonly HumanText[];
}

/** The texts of the document as it was built last, or of a later state those that it says otherwise. */
export function chineseEdition(asOf: LaterState | undefined): ChineseEdition {
  const all = humanTexts(readBundle(undefined));
  if (asOf === undefined) return { overlay: chineseOverlay, texts: all };
  const first = new Map(all.map(({ place, english }) => [place, english]));
  const texts = humanTexts(readBundle(asOf)).filter(({ place, english }) => first.get(place) !== english);
  return { overlay: overlays(asOf)['zh-CN'], texts };
}

/** The texts of the workflows. */
export const chineseWorkflows = (): ChineseEdition => ({
  overlay: workflowsOverlay,
  texts: humanTexts(readWorkflows()),
});

/** All Chinese editions. */
export const chineseEditions = (): ChineseEdition[] => [
  ...[undefined, ...laterStates].map(chineseEdition),
  chineseWorkflows(),
];

/**
 * The edition that a command's options name.
 *
 * @throws Error when there is no such state of the API
 */
export function namedEdition(args: { 'as-of'?: string | undefined; workflows?: boolean | undefined }): ChineseEdition {
  return args.workflows === true ? chineseWorkflows() : chineseEdition(laterState(args['as-of']));
}

/**
 * The later state that an option names, if it does.
 *
 * @throws Error when there is no such state
 */
export function laterState(option: string | undefined): LaterState | undefined {
  const found = laterStates.find((state) => state === option);
  if (option !== undefined && found === undefined) {
    throw new Error(`--as-of ${option}: there is no such state; there is ${laterStates.join(', ')}`);
  }
  return found;
}

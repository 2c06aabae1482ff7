import * as v from 'valibot';
import { useRemembered } from '../remembered/use-remembered.js';

/** In which zones times can be shown: the reader's own, or that of the API. */
export const timeZones = ['local', 'UTC'] as const;

export type TimeZoneName = (typeof timeZones)[number];

const timeZoneSchema = v.picklist(timeZones);

/** The zone in which times are shown, which this browser remembers, and how to change it. */
export const useTimeZone = () => useRemembered<TimeZoneName>('time-zone', timeZoneSchema, 'local');

/** What Redis calls an entry of a stream: the time in milliseconds, and a number among those of that time. */
export type StreamId = `${number}-${number}`;

/** Before the first entry. Redis has no lower one. */
export const firstId: StreamId = '0-1';

const partsOf = (id: string): [time: number, place: number] => {
  const [time = 0, place = 0] = id.split('-').map(Number);
  return [time, place];
};

/** The time of an entry, in milliseconds since 1970 in UTC. */
export const timeOf = (id: StreamId): number => partsOf(id)[0];

/** Whether an entry comes before another. */
export function isBefore(one: StreamId, other: StreamId): boolean {
  const [time, place] = partsOf(one);
  const [otherTime, otherPlace] = partsOf(other);
  return time < otherTime || (time === otherTime && place < otherPlace);
}

/** Takes an ID as Redis writes it. */
export function readStreamId(text: string): StreamId {
  if (!/^\d{1,20}-\d{1,20}$/.test(text)) throw new Error(`${text} is no ID of a stream`);
  return text as StreamId;
}

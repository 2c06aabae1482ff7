/*
 * What happens in Redis in one step each. All keys of a mock have one hash tag, so that they lie on one server of a cluster.
 *
 * - `stream`: the commands; each says which was before it, in `p`, so that a gap is seen.
 * - `meta`: `epoch`, which tells this stream from any other of the name; `last`, the last entry; `image`, the key of the whole
 *   state as it was at the entry `base`; `bytes`, of the commands since; `settings`, by which all replicas run; `settled`, the
 *   time before which nothing is appended.
 * - `worlds`: the IDs of worlds by the time when they end unless they are used.
 * - `replicas`: the replicas by the time when they were last heard of.
 */

/** The keys of a mock. */
export const keysOf = (name: string) => {
  const key = (what: string) => `vpcep:{${name}}:${what}`;
  return {
    stream: key('stream'),
    meta: key('meta'),
    worlds: key('worlds'),
    replicas: key('replicas'),
    imaging: key('imaging'),
    image: (id: string) => key(`image:${id}`),
    reply: (id: string, replica: string) => key(`reply:${id}:${replica}`),
    questions: key('questions'),
    replies: (replica: string) => key(`replies:${replica}`),
  };
};

export type Keys = ReturnType<typeof keysOf>;

/** How many commands there may be beyond the image, and how many bytes of them: then changes are refused. */
export const streamLimits = { commands: 50_000, bytes: 256 * 1024 * 1024 };

/** About how many bytes of commands are told at once. */
const answerBytes = 8 * 1024 * 1024;

/** How long a replica counts as live that is not heard of, in milliseconds. */
export const liveMs = 5000;

const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** Whether an entry comes before another. */
const order = `
local function isBefore(one, other)
  local ms, place = string.match(one, '(%d+)-(%d+)')
  local otherMs, otherPlace = string.match(other, '(%d+)-(%d+)')
  if ms ~= otherMs then return tonumber(ms) < tonumber(otherMs) end
  return tonumber(place) < tonumber(otherPlace)
end
`;

/**
 * Appends commands and tells what has come since an entry. Where there is no room for more, it still tells that.
 *
 * ARGV: epoch, the last entry applied, how many entries to tell at most, the ID of the replica if it reports that it is live,
 * how many worlds were used, their IDs and idle times, and the commands with their bodies.
 */
export const tripScript = `${clock}${order}
local epoch, last, settled = unpack(redis.call('HMGET', KEYS[2], 'epoch', 'last', 'settled'))
if not epoch then return {'none'} end
if epoch ~= ARGV[1] then return {'epoch'} end
if isBefore(last, ARGV[2]) then return {'lost'} end
local function append(command, body)
  last = redis.call('XADD', KEYS[1], '*', 'p', last, 'c', command, 'b', body)
  redis.call('HINCRBY', KEYS[2], 'bytes', #command + #body)
  redis.call('HSET', KEYS[2], 'last', last)
end
local used = tonumber(ARGV[5])
local first = 6 + 2 * used
local appended = 'nothing'
if #ARGV >= first then
  if tonumber(settled) > now then appended = 'unsettled'
  elseif redis.call('XLEN', KEYS[1]) >= ${streamLimits.commands} or tonumber(redis.call('HGET', KEYS[2], 'bytes')) >= ${streamLimits.bytes} then appended = 'full'
  else
    appended = 'all'
    for i = first, #ARGV, 2 do append(ARGV[i], ARGV[i + 1]) end
  end
end
local refused = ''
local function write(...)
  local result = redis.pcall(...)
  if type(result) == 'table' and result.err then refused = result.err end
end
for i = 1, used do write('ZADD', KEYS[3], now + ARGV[5 + 2 * i], ARGV[4 + 2 * i]) end
local whole = 1
if ARGV[4] ~= '' then
  write('ZADD', KEYS[4], now, ARGV[4])
  write('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - ${liveMs})
  local image, base = unpack(redis.call('HMGET', KEYS[2], 'image', 'base'))
  local next = redis.call('XRANGE', KEYS[1], '(' .. base, '+', 'COUNT', 1)[1]
  if redis.call('EXISTS', image) == 0 or (last ~= base and (not next or next[2][2] ~= base or #redis.call('XRANGE', KEYS[1], last, last) == 0)) then whole = 0 end
  if refused == '' and tonumber(settled) <= now then
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, 100)) do
      redis.call('ZREM', KEYS[3], id)
      append(cjson.encode({kind = 'end', id = ARGV[4], world = id}), '')
    end
  end
end
local bytes = tonumber(redis.call('HGET', KEYS[2], 'bytes'))
local count = tonumber(ARGV[3])
if bytes > ${answerBytes} then count = math.max(1, math.floor(count * ${answerBytes} / bytes)) end
local entries = redis.call('XRANGE', KEYS[1], '(' .. ARGV[2], '+', 'COUNT', count)
return {'ok', tostring(now), last, appended, tostring(bytes), redis.call('XLEN', KEYS[1]), redis.call('ZCARD', KEYS[4]), entries, tonumber(settled) <= now and 1 or 0, whole, refused}
`;

/**
 * Begins a stream with an image, if nothing has changed since one looked.
 *
 * ARGV: the epoch and the last entry as they were seen, or nothing; the new epoch; the entry at which the image was taken; the
 * settings; how long nothing is appended, in milliseconds; the ID of the replica; and the IDs of worlds with their idle times.
 */
export const beginScript = `${clock}
local epoch, last, old = unpack(redis.call('HMGET', KEYS[2], 'epoch', 'last', 'image'))
if (epoch or '') ~= ARGV[1] or (last or '') ~= ARGV[2] then return 0 end
redis.call('DEL', KEYS[1], KEYS[3])
redis.call('XADD', KEYS[1], ARGV[4], 'p', '')
redis.call('XDEL', KEYS[1], ARGV[4])
redis.call('HSET', KEYS[2], 'epoch', ARGV[3], 'last', ARGV[4], 'base', ARGV[4], 'image', KEYS[5], 'bytes', 0, 'settings', ARGV[5], 'settled', now + ARGV[6])
redis.call('PERSIST', KEYS[5])
redis.call('ZADD', KEYS[4], now, ARGV[7])
for i = 8, #ARGV, 2 do redis.call('ZADD', KEYS[3], now + ARGV[i + 1], ARGV[i]) end
if old and old ~= KEYS[5] then redis.call('PEXPIRE', old, 60000) end
return 1
`;

/**
 * Has new replicas start from another image, and forgets the commands before it.
 *
 * ARGV: epoch, and the entry at which the image was taken. It does not go back to an older one, nor to one that is gone.
 */
export const imageScript = `${order}
local epoch, old = unpack(redis.call('HMGET', KEYS[2], 'epoch', 'image'))
if epoch ~= ARGV[1] or redis.call('EXISTS', KEYS[5]) == 0 then return 0 end
if isBefore(ARGV[2], redis.call('HGET', KEYS[2], 'base')) then return 0 end
redis.call('HSET', KEYS[2], 'image', KEYS[5], 'base', ARGV[2], 'bytes', 0)
redis.call('PERSIST', KEYS[5])
redis.call('XTRIM', KEYS[1], 'MINID', ARGV[2])
redis.call('XDEL', KEYS[1], ARGV[2])
if old and old ~= KEYS[5] then redis.call('PEXPIRE', old, 60000) end
return 1
`;

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MisbehavingProxy, startProxy } from './misbehaving-proxy.js';

/** What the server has been told. It answers in capitals, and says goodbye to whoever has no more to say. */
let told = '';
let server: Server;
let proxy: MisbehavingProxy;
const clients: Client[] = [];

beforeEach(async () => {
  told = '';
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      told += chunk.toString();
      socket.write(chunk.toString().toUpperCase());
    });
    socket.on('end', () => socket.end('BYE'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startProxy((server.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await proxy.close();
  server.close();
});

interface Client {
  readonly socket: Socket;
  heard: string;
  isCut: boolean;
}

function newClient(): Client {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  const client: Client = { socket, heard: '', isCut: false };
  socket.on('data', (chunk) => (client.heard += chunk.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => (client.isCut = true));
  clients.push(client);
  return client;
}

test('it passes what both sides say, and that one of them has no more to say', async () => {
  const client = newClient();
  client.socket.write('one ');
  await expect.poll(() => client.heard).toBe('ONE ');
  client.socket.end('two ');
  await expect.poll(() => client.heard).toBe('ONE TWO BYE');
  await expect.poll(() => client.isCut).toBe(true);
});

test('it passes more than fits into a buffer', async () => {
  const client = newClient();
  client.socket.end('x'.repeat(5_000_000));
  await expect.poll(() => client.heard.length).toBe(5_000_003);
});

test('cut, it ends all connections, and new ones, until it passes again', async () => {
  const before = newClient();
  before.socket.write('one');
  await expect.poll(() => before.heard).toBe('ONE');
  proxy.behave('cut');
  const after = newClient();
  await expect.poll(() => [before.isCut, after.isCut]).toEqual([true, true]);
  after.socket.write('two');
  proxy.behave('pass');
  const again = newClient();
  again.socket.write('three');
  await expect.poll(() => again.heard).toBe('THREE');
  expect(told).toBe('onethree');
});

test('stalled, it accepts and forwards nothing, and then everything in order', async () => {
  const before = newClient();
  before.socket.write('one');
  await expect.poll(() => before.heard).toBe('ONE');
  proxy.behave('stall');
  const after = newClient();
  await once(after.socket, 'connect');
  before.socket.write('two');
  await sleep(50);
  before.socket.end('three');
  after.socket.write('four');
  await sleep(100);
  expect([told, before.heard, before.isCut, after.heard]).toEqual(['one', 'ONE', false, '']);
  proxy.behave('pass');
  await expect.poll(() => [before.heard, after.heard]).toEqual(['ONETWOTHREEBYE', 'FOUR']);
});

test('stalled, it can be cut', async () => {
  proxy.behave('stall');
  const client = newClient();
  client.socket.write('one');
  await sleep(50);
  proxy.behave('cut');
  await expect.poll(() => client.isCut).toBe(true);
  expect(told).toBe('');
});

test('slow, it is late in both directions, and keeps the order', async () => {
  proxy.behave({ slow: 100 });
  const client = newClient();
  const began = performance.now();
  client.socket.write('one');
  await sleep(20);
  client.socket.write('two');
  await expect.poll(() => client.heard).toBe('ONETWO');
  expect(performance.now() - began).toBeGreaterThan(195);
});

test('cutting replies, it lets the server hear what the client then knows nothing of', async () => {
  const client = newClient();
  client.socket.write('one');
  await expect.poll(() => client.heard).toBe('ONE');
  proxy.behave('cut-replies');
  client.socket.write('two');
  await expect.poll(() => client.isCut).toBe(true);
  expect([told, client.heard]).toEqual(['onetwo', 'ONE']);
});

test('half an answer arrives, and the connection is cut', async () => {
  proxy.behave('half');
  const client = newClient();
  client.socket.write('four');
  await expect.poll(() => client.isCut || client.socket.readableEnded).toBe(true);
  expect([told, client.heard]).toEqual(['four', 'FO']);
});

test('whoever connects where no server is, is cut', async () => {
  server.close();
  await once(server, 'close');
  const client = newClient();
  await expect.poll(() => client.isCut).toBe(true);
});

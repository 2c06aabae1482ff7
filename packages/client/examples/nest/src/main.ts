import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { PublisherModule } from './publisher.module';
import { PublisherService } from './publisher.service';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(PublisherModule);
  const name = await app.get(PublisherService).publish({
    port_id: '35d0f7e2-6b19-4a84-8e3c-0f92a71d4b68',
    vpc_id: '84ba1f63-0c3d-4e7a-b5f2-91d6e8a07c25',
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80 }],
  });
  console.log(`published as ${name}`);
  await app.close();
}

void main();

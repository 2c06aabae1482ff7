import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { PublisherModule } from './publisher.module';
import { PublisherService } from './publisher.service';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(PublisherModule);
  const name = await app.get(PublisherService).publish({
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80 }],
  });
  console.log(`published as ${name}`);
  await app.close();
}

void main();

import { Module } from '@nestjs/common';
import { EndpointsService } from './endpoints.service';

@Module({ providers: [EndpointsService] })
export class AppModule {}

import { Module } from '@nestjs/common';
import { PublisherService } from './publisher.service';
import { VpcepModule } from './vpcep.module';

@Module({ imports: [VpcepModule], providers: [PublisherService] })
export class PublisherModule {}

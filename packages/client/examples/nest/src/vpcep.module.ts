import { Module } from '@nestjs/common';
import { createVpcepClient, type VpcepClient } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { clientOptionsFromEnvironment } from '@vpcep/client/node';

/** What providers ask for to get the client: `@Inject(VPCEP) vpcep: VpcepClient`. */
export const VPCEP = Symbol('VpcepClient');

/** One client for the whole application, so that all calls share its pace. */
@Module({
  providers: [
    {
      provide: VPCEP,
      useFactory: (): VpcepClient =>
        createVpcepClient({
          ...clientOptionsFromEnvironment(),
          baseUrl: process.env.VPCEP_BASE_URL, // of a mock; without it, that of the region
          errorCatalogue,
        }),
    },
  ],
  exports: [VPCEP],
})
export class VpcepModule {}

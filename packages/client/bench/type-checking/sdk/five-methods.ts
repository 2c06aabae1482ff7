import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import {
  CreateVpcRequest,
  CreateVpcRequestBody,
  CreateVpcOption,
  DeleteVpcRequest,
  ListVpcsRequest,
  ShowVpcRequest,
  UpdateVpcOption,
  UpdateVpcRequest,
  UpdateVpcRequestBody,
  VpcClient,
} from '@huaweicloud/huaweicloud-sdk-vpc/v2/public-api.js';

const client = VpcClient.newBuilder().withCredential(new BasicCredentials()).withEndpoint('https://vpc').build();

export async function fiveMethods(): Promise<string[]> {
  const created = await client.createVpc(
    new CreateVpcRequest().withBody(new CreateVpcRequestBody().withVpc(new CreateVpcOption().withName('a'))),
  );
  const id = created.vpc?.id ?? '';
  const shown = await client.showVpc(new ShowVpcRequest(id));
  const listed = await client.listVpcs(new ListVpcsRequest().withLimit(10));
  const updated = await client.updateVpc(
    new UpdateVpcRequest(id).withBody(new UpdateVpcRequestBody().withVpc(new UpdateVpcOption().withDescription('b'))),
  );
  await client.deleteVpc(new DeleteVpcRequest(id));
  return [id, shown.vpc?.status, updated.vpc?.description, listed.vpcs?.length].map(String);
}

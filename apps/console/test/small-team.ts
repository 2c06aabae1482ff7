// IDs of what tests begin with: the mock's state `small-team`.

/** The endpoint service `orders` of the web shop, with connections, a whitelist, ports and tags. */
export const orders = '4189d3c2-8882-4871-a3c2-d380272eed83';
/** An interface endpoint of the web shop, to a service of another project that has policies. */
export const endpoint = '03184a04-95d5-4555-86c4-e767a371ff99';
/** A gateway endpoint of the web shop, which has a policy and route tables. */
export const gateway = '938c8167-631e-40a4-99f9-493753fbd16b';
/** An endpoint of another project that is connected to `orders`. */
export const connected = '0df78897-35b0-4a93-ad17-0bc0585f546b';

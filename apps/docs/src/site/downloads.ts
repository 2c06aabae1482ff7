/** The document in the forms for other tools, beside each reference. */
export const formFiles = ['openapi-3.0.json', 'openapi-plain.json'] as const;

/** The operations as collections for Postman and Bruno, beside each reference. */
export const collectionFiles = ['vpcep.postman_collection.json', 'vpcep.bruno_collection.json'] as const;

/** Where all that can be downloaded is offered, on the first page. */
export const downloadsAnchor = 'downloads';

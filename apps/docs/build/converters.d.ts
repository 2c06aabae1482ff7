declare module '@usebruno/converters' {
  export function openApiToBruno(document: object): Promise<object>;
}

declare module 'openapi-to-postmanv2' {
  export interface ConversionOptions {
    folderStrategy: 'Paths' | 'Tags';
    parametersResolution: 'Example' | 'Schema';
    enableOptionalParameters: boolean;
  }

  interface Conversion {
    result: boolean;
    reason?: string;
    output?: { type: 'collection'; data: object }[];
  }

  export function convertV2(
    input: { type: 'json'; data: object },
    options: ConversionOptions,
    callback: (error: Error | null, conversion?: Conversion) => void,
  ): void;
}

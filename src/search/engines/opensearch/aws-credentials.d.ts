/** Installed only where the search server is one of AWS. */
declare module '@aws-sdk/credential-provider-node' {
  export function defaultProvider(): () => Promise<{
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  }>;
}

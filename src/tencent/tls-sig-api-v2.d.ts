declare module 'tls-sig-api-v2' {
  /** Tencent's own UserSig 2.0 library; plain JavaScript without types. */
  export class Api {
    constructor(sdkAppId: number, secretKey: string);
    /** @param expire life in seconds, from this machine's clock */
    genSig(userId: string, expire: number): string;
  }
}

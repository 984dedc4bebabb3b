/**
 * Chat's REST hosts. Host and SDKAppID must be of the same region, or every call answers 60026. Jakarta is in the
 * general host list but not in the Follow documents, and Saudi Arabia in neither that can be read (its host stands in public
 * code of 2026), so whether Follow is served there is not known.
 */
export const REGION_URLS = {
  china: 'https://console.tim.qq.com',
  singapore: 'https://adminapisgp.im.qcloud.com',
  seoul: 'https://adminapikr.im.qcloud.com',
  tokyo: 'https://adminapijpn.im.qcloud.com',
  frankfurt: 'https://adminapiger.im.qcloud.com',
  mumbai: 'https://adminapiind.im.qcloud.com',
  'silicon-valley': 'https://adminapiusa.im.qcloud.com',
  jakarta: 'https://adminapiidn.im.qcloud.com',
  'saudi-arabia': 'https://adminapiksa.im.qcloud.com',
} as const;

/** A region by its name in the configuration. */
export type Region = keyof typeof REGION_URLS;

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

/**
 * The hosts that Chat names for when carriers hijack the names of those: from its lists of 2024 and public code, none of them tried by
 * the app itself.
 */
const BACKUP_HOSTS: Readonly<Record<Region, string>> = {
  china: 'adminapi.my-imcloud.com',
  singapore: 'adminapisgp.my-imcloud.com',
  seoul: 'adminapikr.my-imcloud.com',
  tokyo: 'adminapijpn.my-imcloud.com',
  frankfurt: 'adminapiger.my-imcloud.com',
  mumbai: 'adminapiind.my-imcloud.com',
  'silicon-valley': 'adminapiusa.my-imcloud.com',
  jakarta: 'adminapiidn.my-imcloud.com',
  'saudi-arabia': 'adminapiksa.my-imcloud.com',
};

/** The address of the backup host beside one of `REGION_URLS`; `undefined` for any other address. */
export function backupOf(baseUrl: string): string | undefined {
  const region = (Object.keys(REGION_URLS) as Region[]).find((one) => REGION_URLS[one] === baseUrl);
  return region && `https://${BACKUP_HOSTS[region]}`;
}

/** A region by its name in the configuration. */
export type Region = keyof typeof REGION_URLS;

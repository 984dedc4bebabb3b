/**
 * Places that people look for and that no zone is named after, and the cities that the runtime names in no other language: by
 * the zone of their clocks, each as it is written there or by its neighbours.
 */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'America/Chicago': 'Dallas;Houston;芝加哥;시카고;シカゴ',
    'America/Los_Angeles':
      'California;San Francisco;San Jose;Seattle;Silicon Valley;旧金山;硅谷;샌프란시스코;サンフランシスコ',
    'America/New_York': 'Atlanta;Boston;Miami;Washington;纽约;뉴욕;ニューヨーク',
    'America/Sao_Paulo': 'Rio de Janeiro;圣保罗',
    'Asia/Dubai': 'Abu Dhabi;迪拜;두바이;ドバイ',
    'Asia/Ho_Chi_Minh': 'Hanoi;河内;하노이;ハノイ',
    'Asia/Hong_Kong': '香港;홍콩',
    'Asia/Jakarta': '雅加达;자카르타;ジャカルタ',
    'Asia/Kolkata': 'Bangalore;Bengaluru;Chennai;Delhi;Hyderabad;Mumbai;孟买;뭄바이;ムンバイ',
    'Asia/Riyadh': 'Jeddah;Mecca;利雅得;리야드;リヤド',
    'Asia/Seoul': 'Busan;Incheon;서울;부산;首尔;ソウル',
    'Asia/Shanghai': 'Beijing;Chengdu;Guangzhou;Hangzhou;Shenzhen;北京;上海;深圳;广州;杭州;成都;베이징;상하이;ペキン',
    'Asia/Singapore': '新加坡;싱가포르;シンガポール',
    'Asia/Taipei': '台北;臺北;타이베이',
    'Asia/Tokyo': 'Kyoto;Nagoya;Osaka;Yokohama;東京;大阪;京都;东京;도쿄;오사카',
    'Europe/Berlin': 'Cologne;Frankfurt;Hamburg;Munich;柏林;法兰克福;베를린;프랑크푸르트;ベルリン;フランクフルト',
    'Europe/London': 'Edinburgh;Manchester;伦敦;런던;ロンドン',
    'Europe/Paris': 'Lyon;巴黎;파리;パリ',
  }).map(([zone, places]) => [zone, places.split(';')]),
);

/** The places, by many names, that go by the clock of a zone and that its own names don't say. */
export function placesIn(zone: string): readonly string[] {
  return PLACES.get(zone) ?? [];
}

import type { Language } from '../../followstats/languages.ts';

/** What people call countries, and parts of them, beside the names that the runtime has; written so in whatever language. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AE: 'UAE;Emirates;阿联酋',
    AU: '澳洲',
    BA: 'Bosnia and Herzegovina',
    CD: 'DR Congo;DRC;Democratic Republic of the Congo',
    CG: 'Republic of the Congo',
    CI: 'Ivory Coast',
    CN: 'PRC;Mainland China',
    CV: 'Cabo Verde',
    CZ: 'Czech Republic',
    GB: 'UK;Britain;Great Britain;England;Scotland;Wales;Northern Ireland;英格兰;苏格兰;잉글랜드;스코틀랜드;イングランド;スコットランド',
    KP: 'DPRK;北韩',
    KR: 'Korea;Republic of Korea;ROK;南韩;남한',
    MK: 'Macedonia',
    MM: 'Burma',
    MO: 'Macau',
    NL: 'Holland;The Netherlands',
    NZ: 'NZ',
    PS: 'Palestine',
    RU: 'Russian Federation',
    SA: 'KSA;Saudi;沙特',
    SZ: 'Swaziland',
    TL: 'East Timor',
    TR: 'Turkey',
    TW: '臺灣',
    US: 'US;USA;U.S.;U.S.A.;America;United States of America;米国',
    VA: 'Holy See',
    VN: 'Viet Nam',
    ZA: 'RSA',
  }).map(([region, forms]) => [region, forms.split(';')]),
);

const made = new Map<string, Intl.DisplayNames>();

/** The names of a country in a language, the long one and the short one: `South Korea`; `대한민국` and `한국`. */
export function namesOfCountry(region: string, language: Language): readonly string[] {
  const names = (['long', 'short'] as const).map((style) => {
    const key = `${language} ${style}`;
    const display = made.get(key) ?? new Intl.DisplayNames(language, { type: 'region', style });
    made.set(key, display);
    return display.of(region) ?? region;
  });
  return [...new Set(names)];
}

/** What people call a country for short, or by an older name. */
export function shortFormsOf(region: string): readonly string[] {
  return SHORT_FORMS.get(region) ?? [];
}

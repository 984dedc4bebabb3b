import type { KnownBlock } from '@slack/types';
import type { DigestForm } from '../../../digests/form/digest-form.ts';
import { LANGUAGES } from '../../../followstats/languages.ts';
import { LANGUAGE_NAMES } from '../../words/language-names.ts';
import type { Reader } from '../../words/reader.ts';
import { chosen, FIELDS, field, initial, OPTIONS, option } from './digest-fields.ts';

/** How the digest is posted: from which change on an account is highlighted, its switches, and its language where that can be chosen. */
export function howFields(reader: Reader, form: DigestForm): readonly KnownBlock[] {
  return [
    absoluteField(reader, form),
    percentField(reader, form),
    optionsField(reader, form),
    ...(reader.isLanguageFixed ? [] : [languageField(reader, form)]),
  ];
}

function optionsField({ words }: Reader, form: DigestForm): KnownBlock {
  const { label, chart, onlyIfChanged, onlyIfChangedHint } = words.digestForm.fields.options;
  const switches = {
    chart: option(OPTIONS.chart, chart()),
    onlyIfChanged: option(OPTIONS.onlyIfChanged, onlyIfChanged(), onlyIfChangedHint()),
  };
  const first = [...(form.chart ? [switches.chart] : []), ...(form.onlyIfChanged ? [switches.onlyIfChanged] : [])];
  return field(
    FIELDS.options,
    { type: 'checkboxes', options: Object.values(switches), ...chosen(first) },
    { label, optional: true },
  );
}

function absoluteField({ words }: Reader, { absolute }: DigestForm): KnownBlock {
  return field(
    FIELDS.absolute,
    { type: 'number_input', is_decimal_allowed: false, ...initial(absolute) },
    { ...words.digestForm.fields.absolute, optional: true },
  );
}

function percentField({ words }: Reader, { percent }: DigestForm): KnownBlock {
  return field(
    FIELDS.percent,
    { type: 'number_input', is_decimal_allowed: true, ...initial(percent) },
    { ...words.digestForm.fields.percent, optional: true },
  );
}

function languageField({ words, language: own }: Reader, { language = own }: DigestForm): KnownBlock {
  const options = LANGUAGES.map((one) => option(one, [LANGUAGE_NAMES[one]]));
  const first = options[LANGUAGES.indexOf(language)];
  return field(
    FIELDS.language,
    { type: 'static_select', options, ...(first && { initial_option: first }) },
    words.digestForm.fields.language,
  );
}

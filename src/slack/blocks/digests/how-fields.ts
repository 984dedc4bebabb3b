import type { KnownBlock } from '@slack/types';
import type { DigestForm } from '../../../digests/form/digest-form.ts';
import type { Reader } from '../../words/reader.ts';
import { chosen, FIELDS, field, initial, OPTIONS, option } from './digest-fields.ts';

/** How the digest is posted: its switches, and from which change on an account is pointed out. */
export function howFields(reader: Reader, form: DigestForm): readonly KnownBlock[] {
  return [optionsField(reader, form), absoluteField(reader, form), percentField(reader, form)];
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

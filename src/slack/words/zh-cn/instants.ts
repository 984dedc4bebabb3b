import { translate } from '../catalogue.ts';
import { instants as en } from '../en/instants.ts';

export const instants = translate(en, {
  dayAndTime: '{day} {time}',
  span: '{from} – {to}',
});

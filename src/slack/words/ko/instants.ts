import { translate } from '../catalogue.ts';
import { instants as original } from '../en/instants.ts';

export const instants = translate(original, {
  dayAndTime: '{day} {time}',
  span: '{from} – {to}',
});

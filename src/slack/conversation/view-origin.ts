import { type Origin, readOrigin } from '../sending/reply-to.ts';
import { type ControlArgs, readClicker } from './clicker.ts';
import { readViewPlace } from './view-place.ts';

/** Who pressed a button of a view, and where that view was asked for, as it says itself. */
export function readViewOrigin(args: Pick<ControlArgs, 'body'>): Origin {
  const { personId } = readClicker(args).asker;
  return readOrigin({ personId, channelId: readViewPlace(args.body.view?.private_metadata ?? '') });
}

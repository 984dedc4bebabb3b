import { useState } from 'preact/hooks';
import type { Arrival, Example, PageState, TourAct } from '../page-server/page-state.ts';
import { moveFaultSwitch, type Place } from './api.ts';
import type { ClockMoves } from './use-clock-moves.ts';
import type { Target } from './use-following.ts';
import type { Slack, Stand } from './use-slack.ts';

interface Options {
  readonly state: PageState;
  readonly slack: Slack;
  readonly moves: ClockMoves;
  readonly visit: (place: Place, target?: Target) => void;
  readonly uncover: () => void;
}

interface DemoActs {
  /** Whom the demo has made of the reader, and where; undefined while it has made none. */
  readonly played: Stand | undefined;
  readonly onAct: (act: TourAct) => void;
  readonly onExample: (example: Example) => void;
  readonly onArrival: (arrival: Arrival) => void;
}

/** What the demo's controls do in Slack: each as the person it needs, whom the reader then plays. */
export function useDemoActs({ state, slack, moves, visit, uncover }: Options): DemoActs {
  const [played, setPlayed] = useState<Stand>();

  const standAs = (stand: Stand, target?: Target): void => {
    visit(stand, target);
    if (stand.personId !== state.personId) setPlayed(stand);
  };
  const typeAs = (personId: string, text: string): void => {
    const stand = { personId, channelId: channelFor(personId, state) };
    standAs(stand);
    void slack.sendFor(stand, text);
  };

  const goTo = ({ personId, channelId, ts }: Arrival, isSeenOnly: boolean): void => {
    const seesIt = state.channels.some(({ id }) => id === channelId);
    standAs({ personId: seesIt ? state.personId : personId, channelId }, { channelId, ts, isSeenOnly });
  };

  return {
    played,
    onExample: ({ text, personId = state.personId }) => typeAs(personId, text),
    onArrival: (arrival) => goTo(arrival, false),
    onAct(act) {
      switch (act.kind) {
        case 'type':
          return typeAs(act.personId, act.text);
        case 'press': {
          const { personId, channelId, ts, actionId } = act;
          standAs({ personId, channelId });
          void slack.pressFor({ personId, channelId }, { ts, actionId });
          return;
        }
        case 'next-digest':
          void moves.toNextDigest().then((came) => {
            const digest = came.find(({ isDigest }) => isDigest);
            if (digest) goTo(digest, true);
          });
          return;
        case 'switch':
          uncover();
          void moveFaultSwitch({ id: act.id, on: act.on });
      }
    },
  };
}

/** Where a person can type: where the reader is, or else the first channel that both see. */
function channelFor(personId: string, { channelId, channels }: PageState): string {
  const theirs = channels.filter(({ id, memberIds }) => !id.startsWith('D') && memberIds.includes(personId));
  return (theirs.find(({ id }) => id === channelId) ?? theirs[0])?.id ?? '';
}

import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { isObject } from '../json-values.ts';
import { announce, type DisconnectReason, sendFrame } from './socket-frames.ts';

/** What an app acknowledged over a socket. */
interface SocketAcknowledgement {
  readonly envelopeId: string;
  readonly payload: unknown;
}

/** What tests do to Socket Mode connections, and what they see of them. */
export interface SocketControls {
  /** How many connections there are now. */
  readonly open: number;
  /** How many there have been, those of now included. */
  readonly openedEver: number;
  /** Oldest first. */
  readonly acknowledgements: readonly SocketAcknowledgement[];
  /**
   * Tells every connection that it is going to be closed. Slack does so some ten seconds before with `warning`; until
   * `closeAnnounced` it goes on as before.
   */
  announce(reason: DisconnectReason): void;
  /** Closes every connection whose end was announced. */
  closeAnnounced(): void;
  /** Cuts every connection, without a goodbye. */
  cut(): void;
  /** Says goodbye on every connection and keeps its TCP connection open, as Slack does. */
  closeHalfway(): void;
  /** Whether new connections are greeted from here on; without a greeting they stay open, as in an outage of Slack. */
  greet(isGreeting: boolean): void;
  /** Sends a message as it is, over any one connection. Throws when there is none. */
  sendText(text: string): void;
  /** The same as bytes. */
  sendBytes(bytes: Uint8Array): void;
  /** Sends the latest request once more under its `envelope_id`, as Slack now and then does. Throws when there is none. */
  sendAgain(): void;
}

/** The controls, and the events that the hub reports to them. */
export interface SocketFaults extends SocketControls {
  /** @returns whether it is greeted */
  opened(socket: WebSocket, stream: Duplex): boolean;
  sent(envelope: object): void;
  heard(answer: unknown): void;
}

interface Options {
  /** The open ones. */
  readonly connections: () => readonly WebSocket[];
  /** From here on nothing is sent over this one. */
  readonly forget: (socket: WebSocket) => void;
}

/** A close frame of the server's, with code 1000. */
const GOODBYE = Buffer.from([0x88, 0x02, 0x03, 0xe8]);

/** Creates the controls; at first connections are greeted. */
export function createSocketFaults({ connections, forget }: Options): SocketFaults {
  const announced = new Set<WebSocket>();
  const streams = new WeakMap<WebSocket, Duplex>();
  const acknowledgements: SocketAcknowledgement[] = [];
  let openedEver = 0;
  let isGreeting = true;
  let latest: object | undefined;

  function anyOne(): WebSocket {
    const [socket] = connections();
    if (!socket) throw new Error('There is no Socket Mode connection');
    return socket;
  }

  return {
    get open() {
      return connections().length;
    },
    get openedEver() {
      return openedEver;
    },
    acknowledgements,
    announce(reason) {
      for (const socket of connections()) {
        announce(socket, reason);
        announced.add(socket);
      }
    },
    closeAnnounced() {
      for (const socket of announced) {
        forget(socket);
        socket.close(1000);
      }
      announced.clear();
    },
    cut() {
      for (const socket of connections()) {
        forget(socket);
        socket.terminate();
      }
    },
    closeHalfway() {
      for (const socket of connections()) {
        forget(socket);
        const stream = streams.get(socket);
        // `ws` would end the TCP connection as soon as it hears the answer, or the other end's own goodbye.
        stream?.removeAllListeners('data').removeAllListeners('end').resume();
        stream?.write(GOODBYE);
      }
    },
    greet(next) {
      isGreeting = next;
    },
    sendText: (text) => anyOne().send(text),
    sendBytes: (bytes) => anyOne().send(bytes),
    sendAgain() {
      if (!latest) throw new Error('No request was sent yet');
      sendFrame(anyOne(), latest);
    },
    opened(socket, stream) {
      openedEver += 1;
      streams.set(socket, stream);
      return isGreeting;
    },
    sent(envelope) {
      latest = envelope;
    },
    heard(answer) {
      if (isObject(answer) && typeof answer.envelope_id === 'string')
        acknowledgements.push({ envelopeId: answer.envelope_id, payload: answer.payload });
    },
  };
}

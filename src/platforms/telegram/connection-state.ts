import type { Identity } from './identity.ts';

/** How the connection stands, for `status`; one sentence for the owner where something is wrong. */
export interface ConnectionState {
  readonly isConnected: boolean;
  readonly trouble: string | null;
  readonly identity: Identity | null;
  connected(): void;
  /** Returns whether this trouble is new, and worth a line in the log. */
  troubled(sentence: string): boolean;
  known(identity: Identity): void;
}

export function createConnectionState(connecting: string): ConnectionState {
  let isConnected = false;
  let trouble: string | null = connecting;
  let identity: Identity | null = null;
  return {
    get isConnected() {
      return isConnected;
    },
    get trouble() {
      return trouble;
    },
    get identity() {
      return identity;
    },
    connected() {
      isConnected = true;
      trouble = null;
    },
    troubled(sentence) {
      const isNew = trouble !== sentence;
      isConnected = false;
      trouble = sentence;
      return isNew;
    },
    known(given) {
      identity = given;
    },
  };
}

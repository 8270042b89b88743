/** The port to delivery: drains the outbox. */

export interface DeliveryRound {
  readonly sent: number;
  readonly edited: number;
  /** When the next delivery or edit is due; null when nothing waits. */
  readonly nextDueAt: Date | null;
}

export interface DeliveryStage {
  /** Sends everything that is due, channels beside each other and in order within each, then edits. */
  runRound(): Promise<DeliveryRound>;
  /** Takes no more; resolves when what is being sent has been recorded. */
  stop(): Promise<void>;
}

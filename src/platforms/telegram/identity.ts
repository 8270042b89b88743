/** Who the bot is, as `getMe` says; null until Telegram has been reached. */
export interface Identity {
  readonly id: number;
  /** Without the `@`. */
  readonly name: string;
  /** Whether inline mode is switched on at BotFather. */
  readonly hasInline: boolean;
}

export type GetIdentity = () => Identity | null;

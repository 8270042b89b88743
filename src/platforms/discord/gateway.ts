import { Events, Routes, type Client } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import { reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Pace } from './pace.ts';
import { createClient } from './gateway-client.ts';

/** The connection that hears commands and what happens to servers and channels. */
export interface Gateway {
  start(): void;
  readonly isConnected: boolean;
  /** What an owner should know; null when all is well. */
  readonly remark: string | null;
  stop(): Promise<void>;
}

export interface GatewaySetup {
  readonly token: string;
  readonly apiUrl: string;
  readonly pace: Pace;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  /** Called with each new client before it connects: to listen to what it tells. */
  readonly attach: (client: Client<true>) => void;
}

const firstPauseMs = 5000;
const longestPauseMs = 15 * 60_000;
/** The library tries a lost or refused gateway twice a second and never gives up; after so long it is begun anew. */
const patienceMs = 60_000;

/** What a close code means that the library stops at: https://discord.com/developers, opcodes and status codes. */
const closeRemarks: Readonly<Record<number, { readonly remark: keyof Remarks; readonly isFinal: boolean }>> =
  {
    4004: { remark: 'wrongToken', isFinal: true },
    4010: { remark: 'sharding', isFinal: false },
    4011: { remark: 'sharding', isFinal: false },
    4012: { remark: 'oldVersion', isFinal: true },
    4013: { remark: 'intents', isFinal: false },
    4014: { remark: 'intents', isFinal: false },
  };
type Remarks = Pick<Texts['discord']['remarks'], 'wrongToken' | 'sharding' | 'oldVersion' | 'intents'>;

/** A live connection: a client of the library at a time, a new one after each that failed for good. */
export class DiscordGateway implements Gateway {
  readonly #setup: GatewaySetup;
  #client: Client | null = null;
  #failures = 0;
  #isReady = false;
  #isStopped = false;
  readonly #lostShards = new Set<number>();
  #remark: string | null;
  #cancelTimer: () => void = () => {};

  constructor(setup: GatewaySetup) {
    this.#setup = setup;
    this.#remark = setup.texts.discord.remarks.connecting;
  }

  get isConnected(): boolean {
    return this.#isReady && this.#lostShards.size === 0;
  }

  get remark(): string | null {
    return this.#remark;
  }

  start(): void {
    if (this.#isStopped) return;
    const { apiUrl, pace } = this.#setup;
    const client: Client<true> = createClient({ apiUrl, pace, isWanted: () => this.#client === client });
    this.#client = client;
    this.#lostShards.clear();
    this.#listen(client);
    this.#setup.attach(client);
    this.#beginAnewUnless('it did not become ready');
    client.login(this.#setup.token).catch((thrown: unknown) => this.#onLoginFailed(client, thrown));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#leave();
  }

  #listen(client: Client): void {
    const { log } = this.#setup;
    const ifCurrent = (act: () => void) => {
      if (this.#client === client) act();
    };
    client.on(Events.ClientReady, () => ifCurrent(() => this.#onReady()));
    client.on(Events.ShardReconnecting, (shard) => ifCurrent(() => this.#onLost(shard)));
    client.on(Events.ShardResume, (shard) => ifCurrent(() => this.#onBack(shard)));
    client.on(Events.ShardReady, (shard) => ifCurrent(() => this.#onBack(shard)));
    client.on(Events.ShardDisconnect, ({ code }) => ifCurrent(() => void this.#onClosed(code)));
    client.on(Events.ShardError, (error) => log.debug({ error }, 'trouble with the gateway'));
    client.on(Events.Error, (error) => log.warn({ error }, 'trouble with Discord'));
    client.on(Events.Warn, (text) => log.debug({ text }, 'a warning of the Discord library'));
  }

  #onReady(): void {
    this.#cancelTimer();
    this.#isReady = true;
    this.#failures = 0;
    this.#remark = null;
    this.#setup.log.info({}, 'connected to Discord');
  }

  #onLost(shard: number): void {
    if (this.#lostShards.size === 0 && this.#isReady)
      this.#beginAnewUnless('the connection did not come back');
    this.#lostShards.add(shard);
  }

  #onBack(shard: number): void {
    this.#lostShards.delete(shard);
    if (this.isConnected) this.#cancelTimer();
  }

  /** Begins anew when the clock has run out before `#onReady` or `#onBack`. */
  #beginAnewUnless(reason: string): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#setup.clock.after(patienceMs, () => void this.#tryLater(reason));
  }

  /** After these codes the library stops and says nothing more. */
  async #onClosed(code: number): Promise<void> {
    const known = closeRemarks[code];
    const text = known && this.#setup.texts.discord.remarks[known.remark];
    if (known?.isFinal === true && text !== undefined) await this.#giveUp(text);
    else await this.#tryLater(text ?? `code ${code}`, { remark: text });
  }

  async #onLoginFailed(client: Client, thrown: unknown): Promise<void> {
    if (this.#client !== client) return;
    const { remarks } = this.#setup.texts.discord;
    const reason = reasonOf(thrown);
    if (isTokenInvalid(thrown)) await this.#giveUp(remarks.wrongToken);
    else if (reason.startsWith('Not enough sessions')) {
      const pauseMs = await untilIdentify(client);
      const minutes = Math.ceil(pauseMs / 60_000);
      await this.#tryLater(reason, { pauseMs, remark: remarks.noIdentifies({ minutes }) });
    } else await this.#tryLater(reason);
  }

  async #giveUp(remark: string): Promise<void> {
    this.#remark = remark;
    this.#setup.log.error({}, remark);
    await this.#leave();
  }

  /** A failed client stays useless, so each attempt takes a new one; the pause doubles up to a quarter of an hour. */
  async #tryLater(
    reason: string,
    given: { pauseMs?: number; remark?: string | undefined } = {},
  ): Promise<void> {
    const { texts, log, clock } = this.#setup;
    const pauseMs = given.pauseMs ?? Math.min(firstPauseMs * 2 ** this.#failures, longestPauseMs);
    this.#failures += 1;
    const seconds = Math.round(pauseMs / 1000);
    this.#remark = given.remark ?? texts.discord.remarks.offline({ reason, seconds });
    log.warn({ reason, pauseMs }, this.#remark);
    await this.#leave();
    if (!this.#isStopped) this.#cancelTimer = clock.after(pauseMs, () => this.start());
  }

  async #leave(): Promise<void> {
    this.#cancelTimer();
    this.#isReady = false;
    const client = this.#client;
    this.#client = null;
    try {
      await client?.destroy();
    } catch (error) {
      this.#setup.log.debug({ error }, 'a client of Discord did not end cleanly');
    }
  }
}

function isTokenInvalid(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'TokenInvalid';
}

/** How long until Discord lets the bot identify again; an hour where that cannot be asked. */
async function untilIdentify(client: Client): Promise<number> {
  const fallbackMs = 3_600_000;
  try {
    const answer: unknown = await client.rest.get(Routes.gatewayBot());
    const limit = Object.getOwnPropertyDescriptor(answer, 'session_start_limit')?.value;
    const resetMs: unknown = Object.getOwnPropertyDescriptor(limit ?? {}, 'reset_after')?.value;
    return typeof resetMs === 'number' ? Math.max(resetMs, 1000) : fallbackMs;
  } catch {
    // Whatever is wrong now, the login that follows the pause tells it.
    return fallbackMs;
  }
}

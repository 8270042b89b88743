import { afterEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { english } from '../../../src/texts/english.ts';
import { asChannel, orderFor } from './posting.ts';
import { firstAnswer, openChatting, reply, until, type Chatting, type ChattingOptions } from './chatting.ts';

let chat: Chatting;

const open = async (options?: ChattingOptions) => {
  chat = await openChatting(options);
  return chat;
};

afterEach(async () => {
  await chat.close();
});

const errorsTold = () => chat.log.lines.filter(({ level }) => level === 'error');

const { remarks } = english.discord;
const told = () => chat.platform.status().remarks;
const canAnswer = async () => {
  chat.answer = async () => reply(textMessage('Here again.'));
  const use = chat.discord.useCommand({ channel: chat.channel, name: 'latest' });
  return (await firstAnswer(use))['answerType'] === 4;
};

describe('connecting', () => {
  it('asks for servers alone, and has nothing to remark', async () => {
    await open();
    expect(chat.discord.gateway.identifies).toEqual([{ intents: 1, shard: 0 }]);
    expect(chat.platform.status()).toEqual({ isConnected: true, remarks: [] });
  });

  it('takes as many shards as Discord recommends, and hears each server once', async () => {
    await open({ prepare: (discord) => discord.recommendShards(3) });
    expect(chat.discord.gateway.identifies.map(({ shard }) => shard)).toEqual([0, 1, 2]);
    const channels = Array.from({ length: 6 }, () => {
      const guild = chat.discord.addGuild();
      chat.discord.join(guild);
      return chat.discord.addChannel(guild);
    });
    for (const channel of channels) {
      await firstAnswer(chat.discord.useCommand({ channel, name: 'latest' }));
    }
    expect(chat.requests.map(({ asker }) => asker.channel.address)).toEqual(channels.map(({ id }) => id));
  });

  it('does not hold up the start, and posts go out before it is done', async () => {
    await open({
      waits: false,
      prepare: (discord) => discord.fail({ on: 'GET /gateway/bot', answer: 'hang' }),
    });
    expect(chat.platform.status()).toEqual({ isConnected: false, remarks: [remarks.connecting] });
    expect((await chat.platform.send(orderFor(chat.channel))).kind).toBe('sent');
  });

  it('with a wrong token says where to mend it, and does not try again', async () => {
    await open({ token: 'MTIz.wrong.token', waits: false });
    await until(() => told().includes(remarks.wrongToken));
    chat.clock.advance(3_600_000);
    expect(chat.discord.requests.map(({ path }) => path)).toEqual(['/gateway/bot']);
    expect(chat.log.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      remarks.wrongToken,
    ]);
  });

  it('with no identify left waits until Discord gives new ones', async () => {
    await open({ waits: false, prepare: (discord) => discord.leaveIdentifies(0) });
    await until(() => told().includes(remarks.noIdentifies({ minutes: 60 })));
    expect(chat.discord.gateway.identifies).toEqual([]);
    chat.discord.leaveIdentifies(1000);
    chat.clock.advance(3_600_000);
    await until(() => chat.platform.status().isConnected);
  });

  it('tries again with a pause that grows while Discord has trouble', async () => {
    await open({
      waits: false,
      prepare: (discord) => discord.fail({ on: 'GET /gateway/bot', times: 6, answer: { status: 500 } }),
    });
    const pauses: unknown[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await until(() => pausesSeen().length > attempt);
      pauses.push(pausesSeen()[attempt]);
      chat.clock.advance(Number(pauses[attempt]));
    }
    expect(pauses).toEqual([5000, 10_000, 20_000]);
    await until(() => chat.platform.status().isConnected);
    expect(await canAnswer()).toBe(true);
  });
});

const pausesSeen = () =>
  chat.log.lines.flatMap(({ fields }) => (fields['pauseMs'] === undefined ? [] : [fields['pauseMs']]));

describe('a close that the library stops at', () => {
  it('for a token that was reset says so and stays away', async () => {
    await open();
    chat.discord.gateway.drop(4004);
    await until(() => told().includes(remarks.wrongToken));
    chat.clock.advance(3_600_000);
    expect(chat.discord.gateway.connections).toBe(1);
    expect(chat.platform.status().isConnected).toBe(false);
  });

  it.each([
    [4010, remarks.sharding],
    [4013, remarks.intents],
    [4014, remarks.intents],
  ])('with code %i is told, and a new client begins', async (code, remark) => {
    await open();
    chat.discord.gateway.drop(code);
    await until(() => told().includes(remark));
    expect(chat.platform.status().isConnected).toBe(false);
    await until(() => chat.clock.waiting > 0);
    chat.clock.advance(5000);
    await until(() => chat.platform.status().isConnected);
    expect(await canAnswer()).toBe(true);
  });

  it('at the first identify is told too', async () => {
    await open({ waits: false, prepare: (discord) => discord.gateway.refuseIdentify(4014) });
    await until(() => told().includes(remarks.intents));
    expect(errorsTold()).toEqual([]);
  });
});

describe('a connection', () => {
  it('that drops is resumed, and misses nothing', async () => {
    await open();
    chat.discord.gateway.drop();
    await until(() => !chat.platform.status().isConnected);
    await until(() => chat.platform.status().isConnected);
    expect(chat.discord.gateway.resumes).toBe(1);
    expect(chat.discord.gateway.identifies).toHaveLength(1);
    expect(await canAnswer()).toBe(true);
  });

  it('whose session Discord forgot identifies anew', async () => {
    await open();
    chat.discord.gateway.forgetSessions();
    chat.discord.gateway.drop();
    await until(() => chat.discord.gateway.identifies.length === 2);
    await until(() => chat.platform.status().isConnected);
    expect(await canAnswer()).toBe(true);
  });

  it('that does not come back is begun anew, and the old client is quiet', async () => {
    await open();
    chat.discord.gateway.setOpen(false);
    chat.discord.gateway.drop();
    await until(() => !chat.platform.status().isConnected);
    chat.clock.advance(60_000);
    await until(() => told().some((remark) => remark.includes('not connected')));
    const tries = chat.discord.gateway.refused;
    // The library would try twice in this time; only the clock begins a new attempt.
    await new Promise((resolve) => {
      setTimeout(resolve, 1200);
    });
    expect(chat.discord.gateway.refused - tries).toBeLessThanOrEqual(1);
    chat.discord.gateway.setOpen(true);
    chat.clock.advance(5000);
    await until(() => chat.platform.status().isConnected);
    expect(await canAnswer()).toBe(true);
  });

  it('ends at a stop, after which nothing is begun', async () => {
    await open();
    await chat.platform.stop();
    expect(chat.clock.waiting).toBe(0);
    const outcome = await chat.platform.send({
      ...orderFor(chat.channel),
      channel: asChannel(chat.channel),
    });
    expect(outcome.kind).toBe('retry');
  });
});

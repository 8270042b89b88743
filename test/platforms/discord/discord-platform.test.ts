/** Discord holds what every platform promises. */
import type { PlatformDoors } from '../../../src/platforms/platform.ts';
import { describePlatform, type PlatformHarness } from '../../contracts/platform.ts';
import type { FakeMessage } from '../../fakes/discord/world.ts';
import { asChannel } from './posting.ts';
import { firstAnswer, openChatting, partsIn } from './chatting.ts';

describePlatform('discord', makePlatform);

async function makePlatform(doors: PlatformDoors): Promise<PlatformHarness> {
  const chat = await openChatting({ doors });
  const { discord, guild, channel, platform } = chat;
  const second = discord.addChannel(guild, { name: 'second' });
  const posted = `POST /channels/${channel.id}/messages`;
  const refuse = (status: number, code: number) => () =>
    discord.fail({ on: posted, answer: { status, body: { message: 'Refused', code } } });
  let answered: Record<string, unknown> = {};
  const answer = async (interaction: Parameters<typeof firstAnswer>[0]) => {
    answered = await firstAnswer(interaction);
    return plainText(answered);
  };
  const metadata = { id: guild.id, type: 2, authorizing_integration_owners: {} };
  return {
    platform,
    channels: [asChannel(channel), asChannel(second)],
    arrived: async ({ address }) => discord.world.channels.get(address)?.messages.map(plainText) ?? [],
    breakNext: {
      retry: () => discord.fail({ on: posted, answer: { status: 429, body: { retry_after: 60 } } }),
      unreachable: refuse(403, 50_001),
      rejected: refuse(400, 50_035),
      unknown: () => discord.fail({ on: posted, when: 'after', answer: 'cut' }),
    },
    ask: async ({ address }, line) =>
      answer(
        discord.useCommand({
          channel: discord.world.channels.get(address) ?? channel,
          name: line.replace(/^\//, ''),
        }),
      ),
    choose: async (label) => {
      const user = { id: '700000000000000001', username: 'r', discriminator: '0', avatar: null };
      const message = { ...answered, id: guild.id, interaction_metadata: { ...metadata, user } };
      const parts = partsIn(answered);
      const button = parts.find((part) => part['label'] === label);
      const menu = parts.find((part) => JSON.stringify(part['options'] ?? '').includes(`"${label}"`));
      const customId = String((button ?? menu)?.['custom_id']);
      const options: unknown = menu?.['options'];
      const values = Array.isArray(options)
        ? options.filter((option) => option.label === label).map((option) => String(option.value))
        : undefined;
      return answer(discord.press({ channel, message, customId, ...(values && { values }) }));
    },
    close: chat.close,
  };
}

/** What a person reads: without markdown's marks and characters of no width. */
function plainText(message: FakeMessage | Record<string, unknown>): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(message['embeds']);
  return texts
    .join('\n')
    .replaceAll(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll(/\\([^A-Za-z0-9\s])/g, '$1')
    .replaceAll('\u200b', '');
}

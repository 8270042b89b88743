import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createDispatchlessCommand } from './sample-command.ts';
import { applicationCommands, isRestricted } from '../../../src/platforms/discord/application-commands.ts';
import { english } from '../../../src/texts/english.ts';
import { createTestMemory } from '../../support/memory.ts';
import { readCommands } from '../../fakes/discord/command-shapes.ts';
import { openChatting, until } from './chatting.ts';

const named = (name: string) =>
  applicationCommands(commands, english).find((command) => command.name === name);

describe('the application commands', () => {
  it('are all of the commands, and the one that stands on messages', () => {
    const made = applicationCommands(commands, english);
    expect(made.map(({ name }) => name)).toEqual([
      ...commands.map(({ name }) => name),
      english.discord.summarizeLink,
    ]);
    expect(readCommands(made)).toHaveLength(commands.length + 1);
  });

  it('ask for Manage Server where every act is for moderators', () => {
    for (const command of commands) {
      const permission = isRestricted(command) ? '32' : null;
      expect(named(command.name)).toHaveProperty('default_member_permissions', permission);
    }
    expect(commands.filter(isRestricted).map(({ name }) => name)).toContain('subscribe');
  });

  it.each(['latest', 'search', 'summarize', 'read'])('let a person use %s anywhere', (name) => {
    expect(named(name)).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('keep the rest where the bot is a member', () => {
    expect(named('subscribe')).toMatchObject({ contexts: [0, 1], integration_types: [0] });
  });

  it('give each type of option the form that Discord has for it', () => {
    const [made] = applicationCommands([createDispatchlessCommand()], english);
    expect(made).toMatchInlineSnapshot(`
      {
        "contexts": [
          0,
          1,
        ],
        "default_member_permissions": "32",
        "description": "Shows everything that an option can be that an option can be that an option can be that an option…",
        "integration_types": [
          0,
        ],
        "name": "sample",
        "options": [
          {
            "description": "Looked up",
            "name": "first",
            "options": [
              {
                "choices": [
                  {
                    "name": "Policy & Regulation",
                    "value": "policy",
                  },
                  {
                    "name": "Markets",
                    "value": "markets",
                  },
                  {
                    "name": "Web3 & Enterprise",
                    "value": "web3",
                  },
                  {
                    "name": "DeFi",
                    "value": "defi",
                  },
                  {
                    "name": "Security & Crime",
                    "value": "security",
                  },
                  {
                    "name": "Technology & Protocols",
                    "value": "tech",
                  },
                  {
                    "name": "Stablecoins & Payments",
                    "value": "stablecoins",
                  },
                  {
                    "name": "NFTs & Gaming",
                    "value": "nft",
                  },
                  {
                    "name": "Mining & Energy",
                    "value": "mining",
                  },
                  {
                    "name": "Other",
                    "value": "other",
                  },
                ],
                "description": "One kind",
                "name": "kind",
                "required": true,
                "type": 3,
              },
              {
                "autocomplete": false,
                "description": "Words",
                "name": "words",
                "required": false,
                "type": 3,
              },
              {
                "autocomplete": true,
                "description": "Several kinds",
                "name": "kinds",
                "required": false,
                "type": 3,
              },
              {
                "autocomplete": true,
                "description": "A coin",
                "name": "coin",
                "required": false,
                "type": 3,
              },
              {
                "autocomplete": true,
                "description": "A source",
                "name": "from",
                "required": false,
                "type": 3,
              },
              {
                "autocomplete": true,
                "description": "A story",
                "name": "about",
                "required": false,
                "type": 3,
              },
            ],
            "type": 1,
          },
          {
            "description": "Of its own form",
            "name": "second",
            "options": [
              {
                "choices": [
                  {
                    "name": "The first",
                    "value": "a",
                  },
                  {
                    "name": "The second",
                    "value": "b",
                  },
                ],
                "description": "One of two",
                "name": "how",
                "required": true,
                "type": 3,
              },
              {
                "description": "A number",
                "max_value": 9,
                "min_value": 1,
                "name": "many",
                "required": false,
                "type": 4,
              },
              {
                "description": "Whether",
                "name": "loud",
                "required": false,
                "type": 5,
              },
              {
                "channel_types": [
                  0,
                  5,
                  15,
                  11,
                  12,
                  10,
                ],
                "description": "A channel",
                "name": "where",
                "required": false,
                "type": 7,
              },
              {
                "description": "A role",
                "name": "whom",
                "required": false,
                "type": 8,
              },
              {
                "autocomplete": false,
                "description": "How long",
                "name": "since",
                "required": false,
                "type": 3,
              },
            ],
            "type": 1,
          },
        ],
        "type": 1,
      }
    `);
  });
});

describe('registering', () => {
  it('happens at the first start, and then only when something changed', async () => {
    const memory = createTestMemory();
    const first = await openChatting({ memory });
    await until(() => first.discord.world.commandWrites === 1);
    await first.close();
    const second = await openChatting({ memory });
    const seen = second.discord.requests.length;
    await second.close();
    expect(second.discord.world.commandWrites).toBe(0);
    expect(seen).toBeGreaterThan(0);
    const third = await openChatting({ memory, commands: [createDispatchlessCommand()] });
    await until(() => third.discord.world.commandWrites === 1);
    expect(third.discord.world.commands).toHaveLength(2);
    await third.close();
  });

  it('that Discord refuses is told, and tried again at the next start', async () => {
    const memory = createTestMemory();
    const first = await openChatting({
      memory,
      prepare: (discord) =>
        discord.fail({ on: 'PUT', answer: { status: 400, body: { message: 'Invalid', code: 50_035 } } }),
    });
    await until(() => first.platform.status().remarks.length === 1);
    expect(first.platform.status().remarks[0]).toContain('Discord did not take the commands');
    await first.close();
    const second = await openChatting({ memory });
    await until(() => second.discord.world.commandWrites === 1);
    await second.close();
  });
});

import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseLine } from '../../src/dispatch/parse.ts';
import { english } from '../../src/texts/english.ts';

const acts = commands.flatMap((command) =>
  Object.entries(command.acts).map(([actName, act]) => ({
    label: `${command.name} ${actName}`.trim(),
    command,
    act,
  })),
);
const options = acts.flatMap(({ label, act }) =>
  Object.entries(act.options).map(([name, option]) => ({ label: `${label} ${name}`, name, option })),
);
const namePattern = /^[a-z0-9_]{1,32}$/;

describe('the definitions', () => {
  it('have names of their own', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '/%s has a fitting name and text',
    (name, command) => {
      expect(name).toMatch(namePattern);
      expect(command.description.length).toBeGreaterThan(0);
      expect(command.description.length).toBeLessThanOrEqual(100);
      expect(command.example.startsWith(`/${name}`)).toBe(true);
    },
  );

  it.each(commands.map((command) => [command.example] as const))('the example %s can be read', (example) => {
    expect(parseLine(example, { commands, texts: english })).toHaveProperty('command');
  });

  it.each(acts.map((act) => [act.label, act] as const))(
    '%s fits the stricter platform',
    (_, { command, act }) => {
      const names = Object.keys(act.options);
      expect(names.length).toBeLessThanOrEqual(25);
      expect(act.description.length).toBeLessThanOrEqual(100);
      // Discord takes required options only before the others.
      const required = Object.values(act.options).map(({ isRequired }) => isRequired);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
      // Discord knows a command's own act or its subcommands, not both.
      const actNames = Object.keys(command.acts);
      const isOne = actNames.length === 1 && actNames[0] === '';
      expect(isOne || actNames.every((name) => namePattern.test(name))).toBe(true);
    },
  );

  it.each(options.map((option) => [option.label, option] as const))(
    '%s fits the stricter platform',
    (_, { name, option }) => {
      expect(name).toMatch(namePattern);
      expect(option.description.length).toBeGreaterThan(0);
      expect(option.description.length).toBeLessThanOrEqual(100);
      expect(option.choices.length).toBeLessThanOrEqual(25);
      expect(option.choices.every((choice) => choice.name.length <= 100)).toBe(true);
    },
  );
});

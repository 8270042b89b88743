import { defineCommand, nearestOf, optional, positional, text } from '../src/dispatch/command.ts';
import type { Act, Command, CommandContext, Option } from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, type Block, type Message, type Spans } from '../src/domain/message.ts';

export const help = defineCommand({
  name: 'help',
  description: 'What you can ask, and how',
  example: '/help search',
  access: 'anyone',
  isPrivate: true,
  isPersonal: true,
  options: { command: positional(optional(text('The command to explain', { max: 40 }))) },
  async run({ command }, context) {
    return command === undefined ? listCommands(context) : explain(findCommand(command, context), context);
  },
});

function listCommands({ commands, texts }: CommandContext): Message {
  return {
    ...emptyMessage,
    title: { text: texts.help.title },
    blocks: [
      {
        kind: 'list',
        items: commands.map(({ name, description }) => [{ text: `/${name}`, code: true }, ` ${description}`]),
      },
      { kind: 'paragraph', spans: [texts.help.more] },
    ],
    menu: {
      prompt: texts.help.choose,
      choices: commands
        .filter(({ name }) => name !== 'help')
        .map(({ name }) => ({ label: `/${name}`, action: `help ${name}` })),
    },
  };
}

function findCommand(typed: string, { commands, texts }: CommandContext): Command {
  const name = typed.replace(/^\//, '').toLowerCase();
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const nearest = nearestOf(
    name,
    commands.map((command) => command.name),
  );
  throw new MendableError(texts.help.unknown({ typed: name, nearest }));
}

function explain(command: Command, context: CommandContext): Message {
  return {
    ...emptyMessage,
    title: { text: `/${command.name}` },
    blocks: [
      { kind: 'paragraph', spans: [command.description] },
      exampleOf(command.example, context),
      ...Object.entries(command.acts).flatMap(([name, act]) => [
        ...(name === '' ? [] : introduce(name, { act, command, context })),
        ...explainAct(act, context),
      ]),
    ],
    buttons: [{ label: context.texts.help.allButton, action: 'help', role: 'turn' }],
  };
}

interface Introduced {
  readonly act: Act;
  readonly command: Command;
  readonly context: CommandContext;
}

/** What stands above one of several acts. */
function introduce(name: string, { act, command, context }: Introduced): readonly Block[] {
  return [
    { kind: 'heading', text: `/${command.name} ${name}` },
    { kind: 'paragraph', spans: [act.description] },
    ...(act.example === undefined ? [] : [exampleOf(act.example, context)]),
  ];
}

function exampleOf(example: string, { texts }: CommandContext): Block {
  return { kind: 'paragraph', spans: [`${texts.help.example}: `, { text: example, code: true }] };
}

function explainAct(act: Act, context: CommandContext): readonly Block[] {
  const access = context.texts.help.access[act.access];
  const items = Object.entries(act.options).map(([name, option]) => explainOption(name, option, context));
  return [
    ...(access === '' ? [] : [{ kind: 'paragraph', spans: [access] } as const]),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

function explainOption(name: string, option: Option, { texts: { help } }: CommandContext): Spans {
  const remarks = [
    ...(option.isRequired ? [help.required] : []),
    ...(option.isList ? [help.several] : []),
    ...(option.choices.length === 0 ? [] : [option.choices.map(({ value }) => value).join(', ')]),
  ];
  const remark = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  return [{ text: name, code: true }, ` ${option.description}${remark}`];
}

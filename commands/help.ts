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
  const { texts } = context;
  const example: Spans = [`${texts.help.example}: `, { text: command.example, code: true }];
  return {
    ...emptyMessage,
    title: { text: `/${command.name}` },
    blocks: [
      { kind: 'paragraph', spans: [command.description] },
      { kind: 'paragraph', spans: example },
      ...Object.entries(command.acts).flatMap(([name, act]) => explainAct(name, { act, command, context })),
    ],
  };
}

interface Explained {
  readonly act: Act;
  readonly command: Command;
  readonly context: CommandContext;
}

function explainAct(name: string, { act, command, context }: Explained): readonly Block[] {
  const { help } = context.texts;
  const access = help.access[act.access];
  const items = Object.entries(act.options).map(([option, definition]) =>
    explainOption(option, definition, context),
  );
  const heading: Block = { kind: 'heading', text: `/${command.name} ${name}` };
  const description: Block = { kind: 'paragraph', spans: [act.description] };
  return [
    ...(name === '' ? [] : [heading, description]),
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

import { textMessage, type Message } from '../domain/message.ts';
import type { Option } from './command.ts';
import { commandLine } from './line.ts';
import type { Lookup } from './lookup.ts';
import type { Asked } from './parse.ts';
import { suggest } from './suggest.ts';

export type ReadValues =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  /** A required option is missing: says so, with a menu where its values can be told. */
  | { readonly kind: 'missing'; readonly message: Message };

/** Turns texts into the values that `run` takes. Throws a MendableError for the first text that is wrong. */
export async function readValues(asked: Asked, lookup: Lookup): Promise<ReadValues> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(asked.act.options)) {
    const text = asked.given[name]?.trim() ?? '';
    if (text !== '') values[name] = await option.parse({ name, text, lookup });
    else if (option.isRequired)
      return { kind: 'missing', message: await askFor(name, { asked, option, lookup }) };
    else values[name] = option.isList ? [] : undefined;
  }
  return { kind: 'values', values };
}

async function askFor(
  name: string,
  { asked, option, lookup }: { readonly asked: Asked; readonly option: Option; readonly lookup: Lookup },
): Promise<Message> {
  const { dispatch } = lookup.texts;
  const { command } = asked;
  const message = textMessage(
    dispatch.missing({
      command: [command.name, asked.actName].join(' ').trim(),
      name,
      description: option.description,
      example: asked.act.example ?? command.example,
    }),
  );
  const choices = option.choices.length > 0 ? option.choices : await suggest(option.type, '', lookup);
  if (choices.length === 0) return message;
  return {
    ...message,
    menu: {
      prompt: dispatch.chooseOne({ name }),
      choices: choices.map(({ name: label, value }) => ({
        label,
        action: commandLine(asked, { [name]: value }),
      })),
    },
  };
}

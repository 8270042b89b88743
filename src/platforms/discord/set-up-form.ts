import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APIComponentInMessageActionRow,
  type APIModalInteractionResponseCallbackData,
  type MessageComponentInteraction,
  type ModalMessageModalSubmitInteraction,
} from 'discord.js';
import type { Act, Option, OptionType } from '../../dispatch/command.ts';
import { emptyMessage } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { answerBody, type AnswerBody } from './answer-body.ts';
import { cutAtWord } from './cut-at-word.ts';
import { limits } from './limits.ts';
import { formatStep } from './set-up-steps.ts';

/** What was chosen so far: option names to text. */
export type Wish = Readonly<Record<string, string>>;

export interface SetUpState {
  readonly wish: Wish;
  readonly confirmId: string;
  readonly isInServer: boolean;
}

const menuTypes: readonly OptionType[] = ['channel', 'category', 'role'];
const typedTypes: readonly OptionType[] = ['text', 'asset', 'source', 'integer'];
const mostInputs = 5;

/** The set-up as a message: menus, what was typed, and the two buttons. */
export function setUpBody(act: Act, { wish, confirmId, isInServer }: SetUpState, texts: Texts): AnswerBody {
  const { setUp } = texts.discord;
  const typed = typedOptions(act).flatMap(([name]) => {
    const value = wish[name];
    return value === undefined ? [] : [[setUp.chosen({ name: titleOf(name), value })]];
  });
  const { body } = answerBody(
    {
      ...emptyMessage,
      title: { text: setUp.title },
      blocks: [
        { kind: 'paragraph', spans: [setUp.explanation] },
        ...(typed.length > 0 ? [{ kind: 'list' as const, items: typed }] : []),
      ],
    },
    { texts, isModerators: false },
  );
  const menus = menuOptions(act).flatMap(([name, option]) =>
    isInServer || option.type === 'category' ? [menuFor(name, option, { wish, texts })] : [],
  );
  const row = (components: APIComponentInMessageActionRow[]) => ({
    type: ComponentType.ActionRow as const,
    components,
  });
  return { ...body, components: [...menus.map((menu) => row([menu])), row(buttons(confirmId, texts))] };
}

function buttons(confirmId: string, { discord }: Texts): APIComponentInMessageActionRow[] {
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: discord.setUp.words,
      custom_id: formatStep({ kind: 'form' }),
    },
    {
      type: ComponentType.Button,
      style: ButtonStyle.Success,
      label: discord.setUp.confirm,
      custom_id: confirmId,
    },
  ];
}

function menuFor(
  name: string,
  option: Option,
  { wish, texts }: { readonly wish: Wish; readonly texts: Texts },
): APIComponentInMessageActionRow {
  const { setUp } = texts.discord;
  const chosen = (wish[name] ?? '').split(',').filter((value) => value !== '');
  const about = { custom_id: formatStep({ kind: 'menu', option: name }), min_values: 0 };
  const defaults = <Type extends SelectMenuDefaultValueType>(type: Type) =>
    chosen.length > 0 ? { default_values: chosen.map((id) => ({ id, type })) } : {};
  if (option.type === 'channel') {
    return {
      type: ComponentType.ChannelSelect,
      ...about,
      placeholder: setUp.channel,
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.GuildForum,
        ChannelType.PublicThread,
      ],
      ...defaults(SelectMenuDefaultValueType.Channel),
    };
  }
  if (option.type === 'role') {
    const role = { ...about, placeholder: setUp.role, ...defaults(SelectMenuDefaultValueType.Role) };
    return { type: ComponentType.RoleSelect, ...role };
  }
  const options = option.choices.slice(0, limits.choices).map(({ value, name }) => ({
    value,
    label: cutAtWord(name, limits.choiceText),
    default: chosen.includes(value),
  }));
  const max_values = option.isList ? options.length : 1;
  return { type: ComponentType.StringSelect, ...about, placeholder: setUp.category, max_values, options };
}

/** The form for what is typed. */
export function formOf(
  act: Act,
  { wish, customId }: { readonly wish: Wish; readonly customId: string },
  { discord }: Texts,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: discord.setUp.wordsTitle,
    components: typedOptions(act).map(([name, option]) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: name,
          label: titleOf(name),
          style: TextInputStyle.Short,
          placeholder: cutAtWord(option.description, limits.choiceText),
          required: false,
          max_length: 300,
          ...(wish[name] !== undefined && { value: wish[name] }),
        },
      ],
    })),
  };
}

/** What a menu now says; nothing chosen takes the choice back. */
export function menuChoice(interaction: MessageComponentInteraction, option: string): Wish {
  return interaction.isAnySelectMenu() && option !== '' ? { [option]: interaction.values.join(',') } : {};
}

/** What the form says; an empty field takes the words back. */
export function textChoices(interaction: ModalMessageModalSubmitInteraction, act: Act): Wish {
  const given = interaction.fields;
  return Object.fromEntries(
    typedOptions(act).map(([name]) => [
      name,
      given.fields.has(name) ? given.getTextInputValue(name).trim() : '',
    ]),
  );
}

/** A wish that narrows nothing asks for everything, in the option that says so. */
export function completeWish(act: Act, wish: Wish): Wish {
  const narrows = [...menuOptions(act), ...typedOptions(act)].some(
    ([name, { type }]) => type !== 'channel' && type !== 'role' && wish[name] !== undefined,
  );
  const all = act.options['everything'];
  return narrows || all?.type !== 'boolean' ? wish : { ...wish, everything: 'true' };
}

/** The first option of each type that a menu can fill. */
function menuOptions(act: Act): readonly [string, Option][] {
  return menuTypes.flatMap((type) => {
    const found = Object.entries(act.options).find(([, option]) => option.type === type);
    return found === undefined ? [] : [found];
  });
}

function typedOptions(act: Act): readonly [string, Option][] {
  return Object.entries(act.options)
    .filter(([, { type }]) => typedTypes.includes(type))
    .slice(0, mostInputs);
}

/** An option's name as a heading: `min_sources` as "Min sources". */
function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

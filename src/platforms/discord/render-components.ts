import { ButtonStyle, ComponentType } from 'discord.js';
import type { APIActionRowComponent, APIComponentInMessageActionRow, APISelectMenuOption } from 'discord.js';
import type { Button, Menu, Message } from '../../domain/message.ts';
import { formatCustomId, roomForAction, shorten, type LongAction } from './custom-id.ts';
import { cutAtWord } from './cut-at-word.ts';
import { linkable } from './escape-markdown.ts';
import { limits } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface Components {
  readonly rows: readonly Row[];
  /** To be kept before the message is sent. */
  readonly longActions: readonly LongAction[];
}

/** What stands in every custom id of a message. */
export interface ComponentMarks {
  readonly mark: string;
  readonly isModerators: boolean;
}

/** A message's buttons and menu in rows: the menu first, then five buttons a row. */
export function renderComponents(message: Message, marks: ComponentMarks): Components {
  const longActions: LongAction[] = [];
  const keep = (action: string, max: number) => {
    const { text, long } = shorten(action, max);
    if (long !== undefined) longActions.push(long);
    return text;
  };
  const buttons = message.buttons.flatMap((button, place) => renderButton(button, place, { marks, keep }));
  const menu = message.menu === null ? [] : [renderMenu(message.menu, marks, keep)];
  const rows = [...menu, ...inRows(buttons)].slice(0, limits.rows);
  return { rows, longActions };
}

interface ButtonContext {
  readonly marks: ComponentMarks;
  readonly keep: (action: string, max: number) => string;
}

/** One button, or none where its address cannot stand on one. */
function renderButton(
  button: Button,
  place: number,
  { marks, keep }: ButtonContext,
): readonly APIComponentInMessageActionRow[] {
  const label = cutAtWord(button.label, limits.buttonLabel);
  if ('url' in button) {
    const url = linkable(button.url, limits.buttonUrl);
    return url === null ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  const action = keep(button.action, roomForAction(marks.mark));
  const custom_id = formatCustomId({ role: button.role, ...marks, action }, place);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }];
}

function renderMenu(menu: Menu, marks: ComponentMarks, keep: ButtonContext['keep']): Row {
  const seen = new Set<string>();
  const options: APISelectMenuOption[] = [];
  for (const choice of menu.choices.slice(0, limits.choices)) {
    const value = keep(choice.action, limits.choiceText);
    // Discord refuses a menu in which two options have one value.
    if (seen.has(value)) continue;
    seen.add(value);
    const label = cutAtWord(choice.label, limits.choiceText);
    const description = cutAtWord(choice.description ?? '', limits.choiceText);
    options.push(description === '' ? { label, value } : { label, value, description });
  }
  const custom_id = formatCustomId({ role: 'menu', ...marks, action: '' }, 0);
  const placeholder = cutAtWord(menu.prompt, limits.selectPlaceholder);
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id, placeholder, options }],
  };
}

function inRows(components: readonly APIComponentInMessageActionRow[]): readonly Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < components.length; start += limits.buttonsInRow) {
    rows.push({
      type: ComponentType.ActionRow,
      components: components.slice(start, start + limits.buttonsInRow),
    });
  }
  return rows;
}

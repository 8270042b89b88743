import type { Action, Message } from '../../domain/message.ts';

/** One thing that a person can take by typing its number. */
export interface NumberedChoice {
  readonly number: number;
  readonly label: string;
  readonly description: string | null;
  readonly action: Action;
}

/** The buttons and menu choices of an answer, numbered in this order from 1. */
export function choicesOf(message: Message): {
  readonly buttons: readonly NumberedChoice[];
  readonly menu: readonly NumberedChoice[];
} {
  const acting = message.buttons.filter((button) => 'action' in button);
  const buttons = acting.map(({ label, action }, index) => ({
    number: index + 1,
    label,
    description: null,
    action,
  }));
  const menu = (message.menu?.choices ?? []).map(({ label, description, action }, index) => ({
    number: buttons.length + index + 1,
    label,
    description: description ?? null,
    action,
  }));
  return { buttons, menu };
}

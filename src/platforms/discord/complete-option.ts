import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Answer, Command, CommandRequest, Option, OptionChoice } from '../../dispatch/command.ts';
import type { Clock } from '../../domain/clock.ts';
import { cutAtWord } from './cut-at-word.ts';
import { findAct, partsOf } from './command-parts.ts';
import { inTime } from './in-time.ts';
import { limits } from './limits.ts';

/** Discord waits three seconds and takes no deferral here: an empty list is better than none. */
const giveUpAfterMs = 2000;

export interface Completion {
  readonly commands: readonly Command[];
  readonly clock: Clock;
  readonly ask: (given: Pick<CommandRequest, 'ask'>) => Promise<Answer>;
}

/** Choices for the option that is being typed; of several values, for the last one. */
export async function completeOption(
  interaction: AutocompleteInteraction,
  { commands, clock, ask }: Completion,
): Promise<readonly ApplicationCommandOptionChoiceData<string>[]> {
  const { name, value } = interaction.options.getFocused(true);
  const option = findAct(commands, partsOf(interaction))?.act.options[name];
  if (option === undefined) return [];
  const { before, last } = option.isList ? splitList(value) : { before: '', last: value };
  const work = choicesFor(option, last, ask);
  const choices = await inTime(work, { limitMs: giveUpAfterMs, instead: [], clock });
  return choices
    .map((choice) => ({
      name: cutAtWord(before + choice.name, limits.choiceText),
      value: before + choice.value,
    }))
    .filter((choice) => choice.value !== '' && choice.value.length <= limits.choiceText)
    .slice(0, limits.choices);
}

async function choicesFor(
  option: Option,
  text: string,
  ask: Completion['ask'],
): Promise<readonly OptionChoice[]> {
  if (option.type === 'choice') return matching(option.choices, text);
  const answer = await ask({ ask: { kind: 'complete', type: option.type, text } });
  return answer.kind === 'choices' ? answer.choices : [];
}

function matching(choices: readonly OptionChoice[], text: string): readonly OptionChoice[] {
  const typed = text.toLowerCase();
  return choices.filter(({ name, value }) => `${value} ${name}`.toLowerCase().includes(typed));
}

function splitList(typed: string): { readonly before: string; readonly last: string } {
  const cut = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, cut).trim();
  return { before: before === '' ? '' : `${before} `, last: typed.slice(cut).trim() };
}

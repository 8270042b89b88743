import { MendableError } from '../domain/errors.ts';
import type { Button, Message } from '../domain/message.ts';
import type { CommandContext } from './command.ts';

/**
 * The small print and the buttons that lead through pages. The buttons carry the whole command, so they turn also
 * after a restart. Throws a MendableError for a page beyond the last; an empty list has one empty page.
 */
export function turnPages(
  context: Pick<CommandContext, 'line' | 'texts'>,
  { page, size, total }: { readonly page: number; readonly size: number; readonly total: number },
): Pick<Message, 'footer' | 'buttons'> {
  const { dispatch } = context.texts;
  const pages = Math.max(1, Math.ceil(total / size));
  if (page > pages) throw new MendableError(dispatch.noSuchPage({ page, pages }));
  if (pages === 1) return { footer: null, buttons: [] };
  const turn = (label: string, to: number): Button => ({
    label,
    action: context.line({ page: to }),
    role: 'turn',
  });
  return {
    footer: dispatch.page({ page, pages }),
    buttons: [
      ...(page > 1 ? [turn(dispatch.previousButton, page - 1)] : []),
      ...(page < pages ? [turn(dispatch.nextButton, page + 1)] : []),
    ],
  };
}

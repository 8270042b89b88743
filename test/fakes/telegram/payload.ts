/** Reading what a bot sent. */
import { z } from 'zod';
import type { FakeButton } from './world.ts';

export type Payload = Readonly<Record<string, unknown>>;

export const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field as text; empty where it is missing. */
export function textIn(payload: Payload, field: string): string {
  const value = payload[field];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const listIn = (payload: Payload, field: string): readonly unknown[] => {
  const value = payload[field];
  return Array.isArray(value) ? value : [];
};

/** Telegram counts code points. */
export const countCharacters = (text: string) => Array.from(text).length;

const keyboards = z.array(
  z.array(
    z.looseObject({
      text: z.string(),
      callback_data: z.string().optional(),
      url: z.string().optional(),
      switch_inline_query: z.string().optional(),
    }),
  ),
);

export function keyboardIn(payload: Payload): readonly (readonly FakeButton[])[] {
  const markup = payload['reply_markup'];
  return isPayload(markup) && markup['inline_keyboard'] !== undefined
    ? keyboards.parse(markup['inline_keyboard'])
    : [];
}

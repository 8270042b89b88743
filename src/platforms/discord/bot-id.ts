/** The bot's user id: the first part of a token holds it. Null for a token of another form. */
export function botIdOf(token: string): string | null {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString();
  return /^\d{17,20}$/.test(id) ? id : null;
}

/** The few ways in which text is set off. Without colour each gives its text back as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly link: (text: string) => string;
  /** A channel's own colour, by its place in the list of channels. */
  readonly channel: (text: string, place: number) => string;
  /** A channel's name as a label. */
  readonly label: (text: string, place: number) => string;
}

const csi = `${String.fromCodePoint(27)}[`;
const reset = `${csi}0m`;

/** Text colours that are readable on dark and light grounds alike. */
const channelColors = [36, 35, 33, 32, 34, 31];

export function createPaint(hasColor: boolean): Paint {
  const style = (...codes: readonly number[]) =>
    hasColor ? (text: string) => `${csi}${codes.join(';')}m${text}${reset}` : (text: string) => text;
  const colorAt = (place: number) => channelColors[place % channelColors.length] ?? 36;
  return {
    bold: style(1),
    dim: style(2),
    accent: style(36),
    link: style(2, 4),
    channel: (text, place) => style(colorAt(place))(text),
    label: (text, place) => (hasColor ? style(1, 7, colorAt(place))(` ${text} `) : `[${text}]`),
  };
}

/** Whether a stream is a terminal that shows colour and was not told otherwise (NO_COLOR, TERM=dumb). */
export function hasTerminalColor(output: {
  readonly isTTY?: boolean;
  readonly hasColors?: () => boolean;
}): boolean {
  return output.isTTY === true && output.hasColors?.() === true;
}

import type { ChannelDescription } from '../../domain/channel.ts';

/** All channels of a console are like those of one server. */
const scope = 'console:local';

/** A console's channels by their names, e.g. `#markets`. The first is where commands act at the beginning. */
export function describeChannels(names: readonly string[]): readonly ChannelDescription[] {
  return names.map((name) => ({
    platform: 'console',
    address: addressOf(name),
    name,
    kind: 'console',
    scope,
  }));
}

/** The channel that a person names, with or without `#`. */
export function findChannel(
  channels: readonly ChannelDescription[],
  named: string,
): ChannelDescription | undefined {
  return channels.find((channel) => channel.address === addressOf(named));
}

const addressOf = (name: string) => name.trim().replace(/^#/, '').toLowerCase();

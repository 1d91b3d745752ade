import type { Scene, ShownChoice, ShownOption } from '../../shown.ts';

const SWITCH: readonly ShownChoice[] = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
];

/** The choices of an option that has a fixed list, or one made of the people, roles and channels there are. */
export function listedFor(
  option: ShownOption,
  scene: Pick<Scene, 'people' | 'roles' | 'channels'>,
): readonly ShownChoice[] {
  if (option.choices) return option.choices;
  const people = scene.people.map(({ name, personId }) => ({ name: `@${name}`, value: personId }));
  const roles = scene.roles.map(({ name, roleId }) => ({ name: `@${name}`, value: roleId }));
  switch (option.kind) {
    case 'boolean':
      return SWITCH;
    case 'person':
      return people;
    case 'role':
      return roles;
    case 'mentionable':
      return [...people, ...roles];
    case 'channel':
      return scene.channels
        .filter(({ server }) => server !== undefined)
        .map(({ name, channelId }) => ({ name: `#${name}`, value: channelId }));
    default:
      return [];
  }
}

/** Those that fit what was typed: all of them while nothing or a whole name stands there. */
export function fitting(listed: readonly ShownChoice[], typed: string): readonly ShownChoice[] {
  const words = typed.trim().toLowerCase();
  if (listed.some(({ name }) => name.toLowerCase() === words)) return listed;
  return listed.filter(({ name }) => name.toLowerCase().includes(words));
}

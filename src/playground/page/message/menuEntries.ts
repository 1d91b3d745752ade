import type { Scene, ShownMenu, ShownMenuOption } from '../../shown.ts';

/** What a menu lists: its own options, or the people, roles and channels there are. */
export function entriesOf(
  menu: Pick<ShownMenu, 'of' | 'options'>,
  scene: Scene | undefined,
): readonly ShownMenuOption[] {
  if (menu.of === 'options' || !scene) return menu.options;
  const entry = (label: string, value: string) => ({ label, value, chosen: false });
  const people = scene.people.map(({ name, personId }) => entry(name, personId));
  const roles = scene.roles.map(({ name, roleId }) => entry(`@${name}`, roleId));
  switch (menu.of) {
    case 'people':
      return people;
    case 'roles':
      return roles;
    case 'mentionables':
      return [...people, ...roles];
    case 'channels':
      return scene.channels
        .filter(({ server }) => server !== undefined)
        .map(({ name, channelId }) => entry(`#${name}`, channelId));
  }
}

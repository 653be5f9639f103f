import { Menu } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useCloseOnBack } from '../../lib/page/close-on-back.ts';

type Props = {
  /** The button that opens it. */
  button: ReactElement;
  /** Its `Menu.Item`s. */
  children: ReactNode;
  /** Where something else decides when it is open. */
  opened?: boolean;
  onChange?: (isOpen: boolean) => void;
};

/** A menu of what can be done: by its button, Esc or Back it closes. */
export function ActionMenu({ button, children, opened, onChange }: Props) {
  const [isOpenHere, setIsOpenHere] = useState(false);
  const isOpen = opened ?? isOpenHere;
  const setIsOpen = onChange ?? setIsOpenHere;
  useCloseOnBack(() => setIsOpen(false), isOpen);
  return (
    <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

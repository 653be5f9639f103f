import { Kbd, Modal, Table } from '@mantine/core';
import { useReturnFocus } from '../../../lib/keyboard/use-return-focus.ts';
import { useSay } from '../../../lib/language.ts';
import { useCloseOnBack } from '../../../lib/page/close-on-back.ts';

/** Which key does what. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const say = useSay();
  useReturnFocus();
  useCloseOnBack(onClose);
  const keys = [
    { combination: ['Ctrl', 'K'], does: say('frame.keys.find') },
    { combination: ['Alt', '↑'], does: say('frame.keys.previousInList') },
    { combination: ['Alt', '↓'], does: say('frame.keys.nextInList') },
    { combination: ['Enter'], does: say('frame.keys.send') },
    { combination: ['Shift', 'Enter'], does: say('frame.keys.newLine') },
    { combination: ['Ctrl', 'Enter'], does: say('frame.keys.completeForm') },
    { combination: ['Esc'], does: say('frame.keys.close') },
    { combination: ['Ctrl', '/'], does: say('frame.keys.help') },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside
      title={say('frame.keys.title')}
      closeButtonProps={{ 'aria-label': say('frame.action.close') }}
    >
      <Table>
        <Table.Tbody>
          {keys.map(({ combination, does }) => (
            <Table.Tr key={does}>
              <Table.Td>{does}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap', textAlign: 'end' }}>
                {combination.map((key, at) => (
                  <span key={key}>
                    {at > 0 && ' + '}
                    <Kbd>{key}</Kbd>
                  </span>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

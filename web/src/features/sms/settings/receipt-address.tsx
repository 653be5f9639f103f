import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../../../lib/language.ts';
import { receiptPathOptions } from '../sms-queries.ts';

/** What the provider is to call when it knows what became of an SMS; it is made when the settings are saved. */
export function ReceiptAddress() {
  const say = useSay();
  const { data } = useQuery(receiptPathOptions);
  if (!data) return null;
  if (data.path === null) {
    return (
      <Text size="sm" c="dimmed">
        {say('sms.http.receiptAddressLater')}
      </Text>
    );
  }
  return (
    <TextInput
      label={say('sms.http.receiptAddress')}
      description={say('sms.http.receiptAddressHint')}
      // Our id is filled in as in every parameter, %d by Kannel.
      value={`${window.location.origin}${data.path}?id={{requestId}}&status=%d`}
      onFocus={(event) => event.currentTarget.select()}
      readOnly
    />
  );
}

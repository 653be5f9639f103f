import { Button } from '@mantine/core';
import classes from './choices.module.css';

type Props = {
  /** What is chosen, for screen readers: "Chọn nhanh: Đơn vị chủ trì". */
  label: string;
  choices: readonly { key: string; label: string }[];
  chosen: readonly string[];
  onChoose: (key: string) => void;
};

/** What is mostly chosen, each by one tap; the field it stands under takes anything else. */
export function Choices({ label, choices, chosen, onChoose }: Props) {
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's, with a legend that is seen
    <div role="group" aria-label={label} className={classes.choices}>
      {choices.map(({ key, label: text }) => (
        <Button
          key={key}
          className={classes.choice}
          variant="default"
          size="compact-sm"
          radius="xl"
          aria-pressed={chosen.includes(key)}
          onClick={() => onChoose(key)}
        >
          {text}
        </Button>
      ))}
    </div>
  );
}

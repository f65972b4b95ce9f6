import { group } from 'd3-array';
import { Check } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useState } from 'react';
import { Chosen, type Option, type SelectProps } from './Chosen';
import styles from './controls.module.css';
import { OverPage } from './OverPage';

const Item = ({ value, label, aside }: Option<string>) => (
  <Radix.Item value={value} className={styles.option}>
    <Radix.ItemIndicator className={styles.check}>
      <Check size={14} aria-hidden="true" />
    </Radix.ItemIndicator>
    <Radix.ItemText>{label ?? value}</Radix.ItemText>
    <span className={styles.aside} aria-hidden="true">
      {aside}
    </span>
  </Radix.Item>
);

/** A select that has been asked for: it opens at once, and from then on whenever it is pressed. */
export function SelectList(props: SelectProps<string>) {
  const { label, value, options, onChange } = props;
  const [open, setOpen] = useState(true);
  return (
    <Radix.Root open={open} onOpenChange={setOpen} value={value ?? ''} onValueChange={onChange}>
      <Radix.Trigger className={styles.select} aria-label={label}>
        <Chosen {...props} />
      </Radix.Trigger>
      {/* Inside main, so that readers who go from landmark to landmark find it. */}
      <Radix.Portal container={document.querySelector('main')}>
        <OverPage open={open}>
          <Radix.Content className={styles.list} position="popper" sideOffset={4} collisionPadding={8}>
            {/* The list itself scrolls, not something in it that could not take the focus. */}
            <Radix.Viewport style={{ overflow: 'visible' }}>
              {Array.from(
                group(options, ({ group: title = '' }) => title),
                ([title, members]) => (
                  <Radix.Group key={title}>
                    {title && <Radix.Label className={styles.groupTitle}>{title}</Radix.Label>}
                    {members.map((option) => (
                      <Item key={option.value} {...option} />
                    ))}
                  </Radix.Group>
                ),
              )}
            </Radix.Viewport>
          </Radix.Content>
        </OverPage>
      </Radix.Portal>
    </Radix.Root>
  );
}

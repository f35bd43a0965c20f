/** Two or more views of the same thing, one at a time; arrow keys move between them. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

export type TabView = { id: string; title: ReactNode; icon?: ReactNode; content: ReactNode };

export function Tabs({
  label,
  views,
  selected,
  onSelect,
}: {
  label: string;
  views: readonly TabView[];
  selected?: string;
  onSelect?: (id: string) => void;
}) {
  return (
    <AriaTabs className={styles.tabs} selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className={styles.list}>
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className={styles.tab}>
            {view.icon}
            {view.title}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className={styles.panel}>
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

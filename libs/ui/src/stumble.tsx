/** Catches a page that breaks, says so in words and offers to load it again. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { words } from './words.ts';

/** `place` is the address: going elsewhere clears the stumble. */
type Props = { place: string; children: ReactNode };

export class Stumble extends Component<Props, { at: string | null }> {
  override state: { at: string | null } = { at: null };

  static getDerivedStateFromError(): { at: string } {
    return { at: window.location.pathname };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.at !== null && before.place !== this.props.place) this.setState({ at: null });
  }

  override render(): ReactNode {
    if (this.state.at === null) return this.props.children;
    return (
      <Notice
        kind="warning"
        live="now"
        title={words.crashed.title}
        actions={<Button onClick={() => window.location.reload()}>{words.crashed.again}</Button>}
      >
        {words.crashed.what}
      </Notice>
    );
  }
}

/** The browser's own voice, when somebody asks for it. */

export const canSpeak = () => 'speechSynthesis' in window;

/** Says these sentences one after another, and stops whatever it was saying. */
export function speak(sentences: readonly string[]): void {
  window.speechSynthesis.cancel();
  for (const sentence of sentences) {
    const said = new SpeechSynthesisUtterance(sentence);
    said.lang = 'en-GB';
    said.rate = 0.9;
    window.speechSynthesis.speak(said);
  }
}

export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}

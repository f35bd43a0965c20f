/** The five moods a thing on a screen can have; each has an icon and words besides its colour. */
export type Tone = 'kept' | 'owed' | 'missed' | 'calm' | 'quiet';

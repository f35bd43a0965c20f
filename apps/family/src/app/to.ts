/** The whole address of a page of this app: `to('/promises/42')` is `/family/promises/42`. */
export function to(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

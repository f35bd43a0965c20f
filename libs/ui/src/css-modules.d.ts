/** CSS modules for this project's own type check; the apps have Vite's. */
declare module '*.module.css' {
  const styles: { readonly [name: string]: string };
  export default styles;
}

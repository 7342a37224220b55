/** Style sheets come as their text (esbuild.js). */
declare module "*.css" {
  const text: string;
  export default text;
}

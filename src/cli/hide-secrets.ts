/** The text without what stands between `//` and `@` in a line of it: the user and the password of an address. */
export function hideSecrets(text: string): string {
  return text.replaceAll(/\/\/.*@/g, "//");
}

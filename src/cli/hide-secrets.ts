/** The text without what stands between `//` and `@` in it: the user and the password of an address. */
export function hideSecrets(text: string): string {
  return text.replaceAll(/\/\/\S*@/g, "//");
}

/**
 * What another language must hold for a noun's Vietnamese catalog: every key, and no other but `key_one`, the singular
 * of a sentence that counts. (Vietnamese has no plural; English uses the plain key for every other number.)
 */
export type Translated<Master> = {
  readonly [Key in keyof Master]: Master[Key] extends string ? string : Translated<Master[Key]>;
} & { readonly [Key in CountedKey<Master> as `${Key}_one`]?: string };

type CountedKey<Master> = {
  [Key in keyof Master & string]: Master[Key] extends `${string}{{count}}${string}` ? Key : never;
}[keyof Master & string];

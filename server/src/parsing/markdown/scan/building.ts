/** A part of the model while its parts are still being added. */
export type Building<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer E)[] ? E[] : T[Key] };

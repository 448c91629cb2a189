/* Puts what a sentence is about into its places; WORDS stands before this, made of the report's own words. */
const fill = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (_, name) => parts[name]);

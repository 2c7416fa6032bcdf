// The two files are CommonJS without types: an array of the objects that Engine itself uses.
declare module 'json-rules-engine/dist/engine-default-operators.js' {
  const operators: unknown
  export default operators
}
declare module 'json-rules-engine/dist/engine-default-operator-decorators.js' {
  const decorators: unknown
  export default decorators
}

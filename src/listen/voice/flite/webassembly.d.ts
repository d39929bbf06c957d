/** What of the WebAssembly interface the Flite host uses; Node's types declare only the module's shape. */
declare namespace WebAssembly {
  class Module {
    private readonly brand: unique symbol;
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>;
}

/**
 * As much of WASI (preview 1) as a program needs that reads arguments, reads and writes a few files and exits.
 * Files live in memory; there is no clock, no randomness and no way to the machine. Node's own `node:wasi` is
 * experimental, warns on standard error, and its native part was seen to take the process down.
 */

const ERRNO = { success: 0, badf: 8, inval: 28, noent: 44, spipe: 70 } as const;
const FILETYPE = { characterDevice: 2, directory: 3, regular: 4 } as const;
const OPEN_CREATE = 1;
const OPEN_TRUNCATE = 8;
const ALL_RIGHTS = 0xffff_ffff_ffff_ffffn;
const ROOT_FD = 3;
const FIRST_FREE_FD = 4;
const FIRST_CAPACITY = 1 << 18;

interface File {
  bytes: Uint8Array;
  length: number;
}

interface Handle {
  readonly file: File;
  position: number;
}

class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What stands under the name, whether given or written by the program. */
  file(name: string): Uint8Array | undefined;
}

const grown = (bytes: Uint8Array, wanted: number): Uint8Array => {
  if (wanted <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(wanted, bytes.length * 2));
  larger.set(bytes);
  return larger;
};

const append = (handle: Handle, chunk: Uint8Array): void => {
  const { file } = handle;
  const end = handle.position + chunk.length;
  file.bytes = grown(file.bytes, end);
  file.bytes.set(chunk, handle.position);
  file.length = Math.max(file.length, end);
  handle.position = end;
};

const emptyFile = (): File => ({ bytes: new Uint8Array(FIRST_CAPACITY), length: 0 });

/**
 * Runs a WASI program once, in a fresh instance.
 *
 * @throws {WebAssembly.RuntimeError} when the program traps; the instance is then gone, the module stays usable.
 */
export const runProgram = (
  module: WebAssembly.Module,
  args: readonly string[],
  given: Readonly<Record<string, Uint8Array>> = {},
): ProgramResult => {
  const files = new Map(Object.entries(given).map(([name, bytes]) => [name, { bytes, length: bytes.length }]));
  const stdout: Handle = { file: emptyFile(), position: 0 };
  const stderr: Handle = { file: emptyFile(), position: 0 };
  const handles = new Map<number, Handle>([
    [0, { file: { bytes: new Uint8Array(), length: 0 }, position: 0 }],
    [1, stdout],
    [2, stderr],
  ]);
  const argumentBytes = args.map((argument) => new TextEncoder().encode(`${argument}\0`));
  let nextFd = FIRST_FREE_FD;
  let memory: WebAssembly.Memory;

  // The memory may have grown, and its buffer been replaced, between any two calls.
  const view = (): DataView => new DataView(memory.buffer);
  const bytesAt = (address: number, length: number): Uint8Array => new Uint8Array(memory.buffer, address, length);
  const setU32 = (address: number, value: number): void => view().setUint32(address, value, true);
  const buffers = (list: number, count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, index) => {
      const entry = list + index * 8;
      return bytesAt(view().getUint32(entry, true), view().getUint32(entry + 4, true));
    });

  const imports = {
    args_sizes_get: (count: number, size: number): number => {
      setU32(count, argumentBytes.length);
      setU32(
        size,
        argumentBytes.reduce((sum, bytes) => sum + bytes.length, 0),
      );
      return ERRNO.success;
    },
    args_get: (pointers: number, buffer: number): number => {
      let address = buffer;
      argumentBytes.forEach((bytes, index) => {
        setU32(pointers + index * 4, address);
        bytesAt(address, bytes.length).set(bytes);
        address += bytes.length;
      });
      return ERRNO.success;
    },
    clock_time_get: (_clock: number, _precision: bigint, result: number): number => {
      view().setBigUint64(result, 0n, true);
      return ERRNO.success;
    },
    fd_close: (fd: number): number => (handles.delete(fd) ? ERRNO.success : ERRNO.badf),
    fd_fdstat_get: (fd: number, result: number): number => {
      const type = fd === ROOT_FD ? FILETYPE.directory : fd < ROOT_FD ? FILETYPE.characterDevice : FILETYPE.regular;
      view().setUint8(result, type);
      view().setUint16(result + 2, 0, true);
      view().setBigUint64(result + 8, ALL_RIGHTS, true);
      view().setBigUint64(result + 16, ALL_RIGHTS, true);
      return ERRNO.success;
    },
    fd_fdstat_set_flags: (): number => ERRNO.success,
    fd_prestat_get: (fd: number, result: number): number => {
      if (fd !== ROOT_FD) return ERRNO.badf;
      view().setUint8(result, 0);
      setU32(result + 4, 1);
      return ERRNO.success;
    },
    fd_prestat_dir_name: (_fd: number, path: number): number => {
      bytesAt(path, 1)[0] = '/'.charCodeAt(0);
      return ERRNO.success;
    },
    fd_read: (fd: number, list: number, count: number, result: number): number => {
      const handle = handles.get(fd);
      if (!handle) return ERRNO.badf;
      let read = 0;
      for (const buffer of buffers(list, count)) {
        const end = Math.min(handle.position + buffer.length, handle.file.length);
        const chunk = handle.file.bytes.subarray(handle.position, end);
        buffer.set(chunk);
        handle.position += chunk.length;
        read += chunk.length;
        if (chunk.length < buffer.length) break;
      }
      setU32(result, read);
      return ERRNO.success;
    },
    fd_seek: (fd: number, offset: bigint, whence: number, result: number): number => {
      const handle = handles.get(fd);
      if (!handle) return ERRNO.badf;
      if (fd < ROOT_FD) return ERRNO.spipe;
      const target = Number(offset) + ([0, handle.position, handle.file.length][whence] ?? Number.NaN);
      if (!(target >= 0)) return ERRNO.inval;
      handle.position = target;
      view().setBigUint64(result, BigInt(target), true);
      return ERRNO.success;
    },
    fd_write: (fd: number, list: number, count: number, result: number): number => {
      const handle = handles.get(fd);
      if (!handle) return ERRNO.badf;
      let written = 0;
      for (const buffer of buffers(list, count)) {
        append(handle, buffer);
        written += buffer.length;
      }
      setU32(result, written);
      return ERRNO.success;
    },
    path_open: (
      _directory: number,
      _lookup: number,
      path: number,
      length: number,
      flags: number,
      _rights: bigint,
      _inheriting: bigint,
      _fdFlags: number,
      result: number,
    ): number => {
      const name = new TextDecoder().decode(bytesAt(path, length));
      const file = files.get(name) ?? (flags & OPEN_CREATE ? emptyFile() : undefined);
      if (!file) return ERRNO.noent;
      if (flags & OPEN_TRUNCATE) file.length = 0;
      files.set(name, file);
      handles.set(nextFd, { file, position: 0 });
      setU32(result, nextFd++);
      return ERRNO.success;
    },
    proc_exit: (code: number): never => {
      throw new Exit(code);
    },
  };

  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports });
  memory = exports['memory'] as WebAssembly.Memory;
  let exitCode = 0;
  try {
    (exports['_start'] as () => void)();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    exitCode = error.code;
  }
  const text = ({ file }: Handle): string => new TextDecoder().decode(file.bytes.subarray(0, file.length));
  return {
    exitCode,
    stdout: text(stdout),
    stderr: text(stderr),
    file: (name) => {
      const file = files.get(name);
      return file?.bytes.subarray(0, file.length);
    },
  };
};

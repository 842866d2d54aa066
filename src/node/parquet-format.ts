/** hyparquet-writer, in a file of its own so that it loads when it is used, bundled or not. */
export { ByteWriter, ParquetWriter } from "hyparquet-writer";

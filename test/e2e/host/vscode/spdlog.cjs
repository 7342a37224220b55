// Takes the place of VS Code's native logger, so that the pinned VS Code needs no compiler and runs on any
// version of Node. Without a logger the Output panel would stay empty.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const LEVELS = ["trace", "debug", "info", "warn", "error", "critical", "off"];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = LEVELS.indexOf("info");
    this.formatted = true;
    mkdirSync(dirname(file), { recursive: true });
  }

  write(level, message) {
    if (LEVELS.indexOf(level) < this.level) return;
    const text = this.formatted ? `${new Date().toISOString()} [${level}] ${message}\n` : message;
    try {
      appendFileSync(this.file, text);
    } catch {
      // The log folder went away with its session.
    }
  }

  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.formatted = false;
  }
  flush() {}
  drop() {}
}
for (const level of LEVELS.slice(0, -1)) {
  Logger.prototype[level] = function (message) {
    this.write(level, message);
  };
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger("rotating_async", name, file);

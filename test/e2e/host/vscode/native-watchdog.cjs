// Takes the place of VS Code's native watchdog: the extension host ends when the server that started it is gone.
exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0);
    }
  }, 1000).unref();
};

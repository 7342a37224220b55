/** Lets the setting `outcomeLens.trace.server` alone decide whether messages are traced. */
import * as vscode from "vscode";

const isTracing = () =>
  vscode.workspace.getConfiguration("outcomeLens").get<string>("trace.server", "off") !== "off";

/**
 * The client library traces only at log level Trace, whatever the setting says, and then even when the setting is off.
 * This channel tells it the level that the setting means, and writes traces where they are seen at any level.
 */
export function traceChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel & vscode.Disposable {
  const level = () => (isTracing() ? vscode.LogLevel.Trace : vscode.LogLevel.Off);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const watch = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("outcomeLens.trace.server")) changed.fire(level());
  });
  return new Proxy(log, {
    get(target, key) {
      if (key === "logLevel") return level();
      if (key === "onDidChangeLogLevel") return changed.event;
      if (key === "trace") return (message: string) => target.info(message);
      if (key === "dispose") return () => (watch.dispose(), changed.dispose());
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}

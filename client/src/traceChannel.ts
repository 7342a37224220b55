/** Lets the setting `outcomeLens.trace.server` alone decide whether messages are traced. */
import * as vscode from "vscode";

/** What the client library writes its traces to. */
export interface TraceChannel {
  readonly channel: vscode.LogOutputChannel;
  dispose(): void;
}

function meantLevel(): vscode.LogLevel {
  const trace = vscode.workspace.getConfiguration("outcomeLens").get<string>("trace.server", "off");
  return trace === "off" ? vscode.LogLevel.Off : vscode.LogLevel.Trace;
}

/**
 * The client library traces only at log level Trace, whatever the setting says, and then even when the setting is off.
 * This channel tells it the level that the setting means, and writes traces where they are seen at any level.
 */
export function createTraceChannel(log: vscode.LogOutputChannel): TraceChannel {
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const watch = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("outcomeLens.trace.server")) changed.fire(meantLevel());
  });
  const channel = new Proxy(log, {
    get(target, key) {
      if (key === "logLevel") return meantLevel();
      if (key === "onDidChangeLogLevel") return changed.event;
      if (key === "trace")
        return (message: string) => {
          target.info(message);
        };
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  return {
    channel,
    dispose: () => {
      watch.dispose();
      changed.dispose();
    },
  };
}

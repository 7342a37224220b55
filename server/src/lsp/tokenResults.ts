/** Semantic tokens as LSP encodes them, and what changed since the result that the client already has. */
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import { SemanticTokensBuilder } from "vscode-languageserver";
import type { SemanticToken } from "../service/semanticTokens.js";

export class TokenResults {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  full(uri: string, tokens: readonly SemanticToken[]): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(uri, builder);
    return fill(builder, tokens).build();
  }

  /** All tokens again where the client's last result is not known here. */
  delta(
    uri: string,
    previousResultId: string,
    tokens: readonly SemanticToken[],
  ): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(uri);
    if (builder === undefined) return this.full(uri, tokens);
    builder.previousResult(previousResultId);
    return fill(builder, tokens).buildEdits();
  }

  /** Tokens of a part of a document; they are not the base of a later delta. */
  part(tokens: readonly SemanticToken[]): SemanticTokens {
    return { data: fill(new SemanticTokensBuilder(), tokens).build().data };
  }

  forget(uri: string): void {
    this.builders.delete(uri);
  }
}

function fill(builder: SemanticTokensBuilder, tokens: readonly SemanticToken[]): SemanticTokensBuilder {
  for (const { line, character, length, type } of tokens) builder.push(line, character, length, type, 0);
  return builder;
}

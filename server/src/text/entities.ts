/** Characters by the names that HTML and the DTDs of publishers give them; XML itself has five of them, and files for exchange use numbers. */
export const ENTITIES: ReadonlyMap<string, string> = new Map(
  (
    "lt:< gt:> amp:& quot:\" apos:' percnt:% shy:\u00ad nbsp:\u00a0 thinsp:\u2009 ensp:\u2002 emsp:\u2003 hairsp:\u200a ndash:– mdash:— minus:− plusmn:± times:× middot:· deg:° micro:µ " +
    "le:≤ ge:≥ ne:≠ lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… bull:• sup1:¹ sup2:² sup3:³ frac12:½ frac14:¼ frac34:¾ copy:© reg:® trade:™ " +
    "dagger:† Dagger:‡ sect:§ para:¶ alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π " +
    "rho:ρ sigma:σ tau:τ phi:φ chi:χ psi:ψ omega:ω Delta:Δ Sigma:Σ Omega:Ω aacute:á agrave:à acirc:â auml:ä aring:å atilde:ã aelig:æ " +
    "ccedil:ç eacute:é egrave:è ecirc:ê euml:ë iacute:í igrave:ì icirc:î iuml:ï ntilde:ñ oacute:ó ograve:ò ocirc:ô ouml:ö oslash:ø otilde:õ " +
    "uacute:ú ugrave:ù ucirc:û uuml:ü szlig:ß Auml:Ä Ouml:Ö Uuml:Ü Oslash:Ø Aring:Å Eacute:É infin:∞ asymp:≈ sim:∼ larr:← rarr:→ uarr:↑ darr:↓"
  )
    .split(" ")
    .map((pair) => pair.split(":", 2) as [string, string]),
);

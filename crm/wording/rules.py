"""The rules of one language: what is found, what stays quiet because of the words around it, what is found in any case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crm.wording.enums import Kind
from crm.wording.folded import ANY_GAP, folded_pattern

#: What makes words harmless stands in their own clause: "няня, 30-50 лет" tells no child's age.
WITHIN_CLAUSE = r"[^\w,;]"

Written = Mapping[Kind, Sequence[str]]
Compiled = Mapping[Kind, tuple[re.Pattern[str], ...]]


@dataclass(frozen=True)
class Rules:
    """Patterns over folded sentences, for each kind."""

    found: Compiled
    quiet: Compiled
    surely: Compiled

    def hits(self, kind: Kind, folded: str) -> Iterator[tuple[int, int]]:
        """Stretches of the sentence that say it, without those whose surroundings make them harmless."""
        silent = [hit.span() for quiet in self.quiet.get(kind, ()) for hit in quiet.finditer(folded)]
        for one in self.found[kind]:
            for hit in one.finditer(folded):
                if hit.group() and not any(start < hit.end() and end > hit.start() for start, end in silent):
                    yield hit.span()
        for one in self.surely.get(kind, ()):
            yield from (hit.span() for hit in one.finditer(folded))


def rules(*, found: Written, quiet: Written, parts: Mapping[str, str], surely: Written | None = None) -> Rules:
    """Compiles patterns written in plain spelling (`folded.folded_pattern`); parts may name parts before them."""
    known: dict[str, str] = {}
    for name, part in parts.items():
        for other, text in known.items():
            part = part.replace(f"<{other}>", f"(?:{text})")
        known[name] = part
    return Rules(_compiled(found, known), _compiled(quiet, known, within=WITHIN_CLAUSE), _compiled(surely or {}, known))


def _compiled(written: Written, parts: Mapping[str, str], within: str = ANY_GAP) -> Compiled:
    return {
        kind: tuple(re.compile(rf"(?<!\w)(?:{folded_pattern(one, within, **parts)})") for one in patterns)
        for kind, patterns in written.items()
    }

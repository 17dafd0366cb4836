"""How often the wording check says what a person says of a sentence."""

from collections.abc import Iterable

from bench._tally import Tally
from crm.wording.check import check


def wording(rows: Iterable[dict[str, str]]) -> tuple[Tally, list[str]]:
    """The kinds found in each sentence against its `types`, and the sentences where they differ."""
    tally, differ = Tally(), []
    for row in rows:
        gold = {kind for kind in row["types"].split("|") if kind}
        found = {one.kind.value for one in check(row["text"])}
        tally.add(found, gold)
        if found != gold:
            differ.append(f"  {row['id']} {row['text']} | extra {sorted(found - gold)} missed {sorted(gold - found)}")
    return tally, differ

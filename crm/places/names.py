"""Names of places: how they are written, folded for the search, taken apart when typed. No database here."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from crm.i18n import in_language
from crm.places.enums import SettlementKind
from crm.places.models import Settlement
from crm.skills.fold import match_key, search_key

LONGEST_SEARCH_TEXT = 2000

#: Words that say what kind of place it is; people write them, registers do not, or the other way round.
KIND_WORDS = frozenset(
    search_key(
        "şəhər şəhəri şəhərinin rayon rayonu rayonunun kənd kəndi kəndinin qəsəbə qəsəbəsi qəs r k ş "
        "город гор г район района районе р н село с деревня посёлок пос п пгт "
        "city town village settlement district region"
    ).split()
)


def name_key(name: str) -> str:
    """The folded name without the words for its kind: "Şəki şəhəri" and "г. Шеки" lose theirs; "Kənd" alone stays."""
    words = search_key(name).split()
    return " ".join(word for word in words if word not in KIND_WORDS) or " ".join(words)


def keys_of(name: str) -> tuple[str, str]:
    """The gentle key and the strong one (romanised, sh/ch/gh merged) under which a name is found."""
    gentle = name_key(name)
    return gentle, match_key(gentle)


def search_text(names: Iterable[str], longest: int = LONGEST_SEARCH_TEXT) -> str:
    """Every key of every name between bars, each once: "|bilesuvar|puskin|puskino|"."""
    keys = dict.fromkeys(key for name in names if name for key in keys_of(name) if key)
    text = "|"
    for key in keys:
        if len(text) + len(key) + 1 > longest:
            break
        text += f"{key}|"
    return text


def keys_in(text: str) -> list[str]:
    return [key for key in text.split("|") if key]


def split_alternates(text: str) -> list[str]:
    return [name.strip() for name in text.split("|") if name.strip()]


def join_alternates(names: Iterable[str], known: Iterable[str], longest: int = 1000) -> str:
    """Other names as stored, without those that fold to one of the `known` names or to each other."""
    seen = {search_key(name) for name in known}
    kept: list[str] = []
    for name in names:
        key = search_key(name)
        if key and key not in seen and len("|".join([*kept, name])) <= longest:
            seen.add(key)
            kept.append(name)
    return "|".join(kept)


def refresh_search_text(settlement: Settlement) -> None:
    """Call whenever a name changed."""
    plain = [settlement.name_az.partition(" (")[0], settlement.name_ru, settlement.name_en]
    settlement.search_text = search_text([*written(settlement), *plain, *split_alternates(settlement.alternates or "")])


def written(settlement: Settlement) -> list[str]:
    """Its name in each language. A second "Mollalar" of a rayon is called "Mollalar (2)", and so in every language."""
    _, twin, number = settlement.name_az.partition(" (")
    others = [f"{name}{twin}{number}" for name in (settlement.name_ru, settlement.name_en) if name]
    return [settlement.name_az, *others]


def without_kind(name: str) -> str:
    """ "Cavad kəndi" as a register has it: "Cavad"."""
    words = name.split()
    return " ".join(word for word in words if search_key(word) not in KIND_WORDS) or " ".join(words)


def word_for_word(typed: str, settlement: Settlement) -> bool:
    """False for "Birinci Mayak" and "İkinci Mayak": alike as a whole, but neighbours told apart by one word."""
    words = name_key(typed).split()
    for key in keys_in(settlement.search_text):
        # "Xol Qarabucaq" is also written in one word.
        others = key.split() if len(key.split()) == len(words) else [key.replace(" ", "")]
        mine = words if len(others) == len(words) else ["".join(words)]
        if all(fuzz.ratio(*pair) >= 80 for pair in zip(mine, others, strict=True)):
            return True
    return False


def is_centre(settlement: Settlement) -> bool:
    """The town its rayon is named after."""
    in_town = settlement.kind in (SettlementKind.CITY, SettlementKind.TOWN)
    return in_town and name_key(settlement.name_az) == name_key(settlement.rayon.name_az)


def label(settlement: Settlement) -> str:
    """As people write it, in their language: "Xıllı, Neftçala"; a rayon's own town alone: "Sabirabad"."""
    name = in_language(settlement)
    _, twin, number = settlement.name_az.partition(" (")
    if name != settlement.name_az:
        name += twin + number
    return name if is_centre(settlement) else f"{name}, {in_language(settlement.rayon)}"


def split_label(text: str) -> tuple[str, str]:
    """("Xıllı", "Neftçala") of "Xıllı, Neftçala" or "Xıllı (Neftçala rayonu)"; without a rayon the second is empty."""
    if text.endswith(")") and "(" in text:
        name, _, rayon = text[:-1].rpartition("(")
        if not rayon.strip().isdecimal():
            return name.strip(), rayon.strip()
    name, _, rayon = text.partition(",")
    return name.strip(), rayon.strip()

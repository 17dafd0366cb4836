"""What is said of somebody else in the family is no skill of hers: "oğlum sürücüdür", "муж повар", "my husband is a cook"."""

from crm.skills.fold import match_key
from crm.skills.segments import Break, Word


def of_kin(words: list[Word]) -> list[range]:
    """Stretches whose subject is a relative. Where she, what she learned or what is sought comes in, it is not one."""
    found = []
    for position, word in enumerate(words):
        if word.key not in _KIN or not _opens(words, position):
            continue
        start, end = position, position + 1
        while end < len(words) and words[end].break_before < Break.COMMA:
            end += 1
        while start > 0 and words[start].break_before is not Break.SENTENCE:
            start -= 1
        last = end
        while last < len(words) and words[last].break_before is not Break.SENTENCE:
            last += 1
        after = words[position + 1 : end]
        if not any(_is_about_her(other.key) for other in after) and not any(
            other.key.startswith(_LEARNED) for other in words[start:last]
        ):
            found.append(range(position, end))
    return found


def _opens(words: list[Word], position: int) -> bool:
    """Whether the relative is the first thing named since the last break: "mənim oğlum", "my husband"."""
    while words[position].break_before < Break.AND:
        position -= 1
        if words[position].key not in _WHOSE:
            return False
    return True


def _is_about_her(key: str) -> bool:
    """First person (toxuyuram, шью), together with the relative, for the relative, or somebody sought."""
    return key in _HER or key.startswith(_SOUGHT) or (len(key) > 3 and key.endswith(("am", "em", "iu", "yu")))


def _keys(words: str) -> frozenset[str]:
    return frozenset(match_key(word) for word in words.split())


_KIN = _keys(
    "oğlum oğlu ərim əri yoldaşım yoldaşı qızım atam atası anam anası qardaşım qardaşı bacım qayınanam qayınatam gəlinim"
    " муж сын дочь дочка брат отец папа свекровь husband daughter brother father"
)
_WHOSE = _keys("mənim onun həyat böyük kiçik мой моя мои её у меня старший старшая младший младшая my her")
_HER = _keys(
    "mən mənə məni ilə birlikdə birgə bir yerdə üçün kimi mənimlə я мне меня мы с вместе для за i me we with for and"
)
_LEARNED = tuple(_keys("öyrən öyrəd научил научила учил учила учит taught teaches"))
_SOUGHT = tuple(_keys("lazım axtar istə xəstə нужн нужен нужна ищу ищем больн need look"))

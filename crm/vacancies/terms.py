"""Hours, nights, weekends, transport, training, openings and pay as an advertisement words them. Pure patterns on a fold.

Each term is found on the text folded letter by letter, so that the words it came from can be shown as typed."""

import re
from collections.abc import Iterator

Terms = dict[str, tuple[object, str]]

_FOLD = str.maketrans("əıöüşçğƏIİÖÜŞÇĞёЁ", "eiouscgeiiouscgее")
FULL_WEEK = 48  # six days of eight hours
WORKDAYS = 5
MONTHLY = range(100, 20_000)

#: (term, value, pattern) on the folded text; the first that matches a term wins.
_PHRASES: tuple[tuple[str, object, str], ...] = (
    ("home_based", True, r"evden (?:isle|calis|ish|is)\w*|evde (?:de )?(?:isle|ish|is)\w*|uzaqdan|distant\w*|на дому|из дома|удален\w*|удалён\w*|remote(?:ly)?|from home|home[- ]based"),
    ("transport", True, r"servis (?:var|movcud|avtobus)\w*|avtobus (?:var|verilir)|masin \w+ aparib|aparib[- ]getir\w*|neqliyyat (?:verilir|var|temin|odenilir)|nəqliyyat|развоз\w*|служебн\w+ транспорт|transport (?:is )?(?:provided|var)|yol pulu"),
    ("training", True, r"telim (?:verilir|var|kecirilir|kecilir)|oyredirik|oyredeceyik|oyredilir|ustalıq oyred|tecrube(?:siz)?(?: de)? (?:baxiriq|teleb olunmur|vacib deyil|sert deyil)|tecrubesiz|обуч(?:аем|им|ение)\w*|без опыта|training (?:is )?(?:provided|given|offered)|we (?:will )?(?:train|teach)|no experience"),
    ("night", True, r"gece\w*|24 saat|sutka\w*|ночн\w+|ночь\w*|night\w*|1/3|axsam\w* [^.]{0,20}0[0-3][:.]00|[-–]0[0-3][:.]00"),
    ("weekend", False, r"(?:5|bes)[- ]?gunluk|heftede (?:5|bes) gun|(?:5|bes) gun\b|ders gunleri|bazar ertesinden cumeye|пятидневк\w*|5/2|monday to friday|weekdays"),
    ("weekend", True, r"heftede (?:6|7|alti|yeddi) gun|(?:6|7|alti|yeddi)[- ]gun\w*|senbe\w*|bazar gun\w*|istirahet gunleri|toy gunleri|2 gunden bir|gunasiri|выходн\w+|суббот\w*|воскресен\w*|6/1|2/2|1/3|weekend\w*|saturday\w*|sunday\w*"),
    ("hours", "home", r"evden (?:isle|calis|ish|is)\w*|на дому|удален\w*|удалён\w*|remote(?:ly)?|from home"),
    ("hours", "seasonal", r"movsum\w*|sezon\w*|сезон\w*|seasonal|sentyabrdan|iyun[- –]+sentyabr|yigimina|yigimi\b"),
    ("hours", "shift_night", r"gece[ -/]?novbe\w*|gunduz ?/ ?gece|24 saatdan bir|sutka\w*|novbe 1/3|ночн\w+ смен\w*|night shift\w*"),
    ("hours", "part", r"yarim gun\w*|yarim stat|gunde [2-6] saat|axsam 1[5-9]|toy gunleri|неполн\w+ д\w+|полставк\w*|part[- ]time|half[- ]day"),
    ("hours", "morning", r"seher novbe\w*|seher saat|0?[5-8][:.]?\d{0,2} ?[-–] ?1[2-4][:.]00|seherler|по утрам|утренн\w+|morning\w*"),
    ("hours", "shift_day", r"novbe\w*|gunasiri|2 gunden bir|смен\w*|2/2|shift\w*"),
    ("hours", "flex", r"serbest qrafik|sebest qrafik|60/40|50/50|ise gore odenis|isden faiz|свободн\w+ график|сдельн\w+|flexible|piece ?work|evde de"),
    ("hours", "full", r"tam gun\w*|tam is gunu|полн\w+ (?:рабоч\w+ )?д\w+|full[- ]time|full[- ]day|0?[89](?:[:.]00)? ?[-–] ?(?:1[789]|6)(?:[:.]00)?|10 saat is"),
)  # fmt: skip
_COMPILED = tuple((term, value, re.compile(pattern)) for term, value, pattern in _PHRASES)

_PAY_RANGE = re.compile(
    r"(?<![\d:.])(\d{2,5})(?:[.,]00)?(?: ?(?:azn|manat|ман\w*|₼))? ?(?:[-–—]|-dan|den|от|до|to) ?(\d{2,5})(?:[.,]00)?"
    r"(?= ?(?:azn|manat\w*|ман\w*|₼)|(?![\d:.]))"
)
_PAY_ONE = re.compile(r"(?<![\d:.\-–])(\d{2,5})(?:[.,]00)? ?(?:azn|manat\w*|ман\w*|₼)")
_PAY_WORD = re.compile(
    r"(?:maas\w*|emek ?haqq\w*|odenis\w*|зарплат\w*|оклад\w*|salary|pay|з/п)\D{0,15}(\d{2,5})(?:\s?[-–]\s?(\d{2,5}))?"
)
_BY_THE_DAY = re.compile(r"gunluk|gunde|gunu|в день|за день|per day|a day|daily|1 meclis|mecl")
_DAYS_A_MONTH = 24
_OPENINGS = re.compile(
    r"(\d{1,3}) ?(?:nefer\w*|yer\b|isci\w*|qadin\w*|человек\w*|мест\w*|people|workers|positions|places|women)\b"
)
_DAILY = re.compile(r"gunde (\d{1,2}) saat|(\d{1,2}) (?:saat is|часов в день|hours a day)")
_WEEKLY = re.compile(r"heftede (\d{1,2}) saat|(\d{1,2}) (?:часов в неделю|hours a week)")
_SPAN = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.](\d{2}))? ?[-–] ?(?:dan )?(\d{1,2})(?:[:.](\d{2}))?(?!\d)(?! ?(?:azn|manat|gun|yas))"
)


def read_terms(text: str) -> Terms:
    """Term -> (value, the words it came from), only for what the text says."""
    folded = fold_letters(text)
    terms: Terms = {}
    for term, value, pattern in _COMPILED:
        if term not in terms and (hit := pattern.search(folded)):
            terms[term] = (value, text[hit.start() : hit.end()])
    for term, number, start, end in (*_pay(folded), *_numbers(folded, terms)):
        terms.setdefault(term, (number, text[start:end]))
    if terms.get("hours", ("",))[0] == "shift_night":
        terms.setdefault("night", (True, terms["hours"][1]))
    return terms


def fold_letters(text: str) -> str:
    """Small letters without Azerbaijani marks; every letter keeps its place."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text.translate(_FOLD))


def _pay(folded: str) -> Iterator[tuple[str, int, int, int]]:
    for pattern in (_PAY_RANGE, _PAY_WORD, _PAY_ONE):
        for hit in pattern.finditer(folded):
            low = int(hit.group(1))
            high = int(hit.group(2)) if pattern.groups > 1 and hit.group(2) else low
            around = folded[max(0, hit.start() - 30) : hit.start()]
            if _BY_THE_DAY.search(around) and high < MONTHLY.start:
                low, high = low * _DAYS_A_MONTH, high * _DAYS_A_MONTH
            if low in MONTHLY and high in MONTHLY and low <= high:
                yield "pay_min", low, hit.start(), hit.end()
                yield "pay_max", high, hit.start(), hit.end()
                return


def _numbers(folded: str, terms: Terms) -> Iterator[tuple[str, int, int, int]]:
    if (hit := _OPENINGS.search(folded)) and int(hit.group(1)) > 0:
        yield "openings", int(hit.group(1)), hit.start(), hit.end()
    if hit := _WEEKLY.search(folded):
        yield "weekly_hours", int(hit.group(1) or hit.group(2)), hit.start(), hit.end()
    days = FULL_WEEK // 8 if terms.get("weekend", (False,))[0] else WORKDAYS
    if hit := _DAILY.search(folded):
        yield "weekly_hours", int(hit.group(1) or hit.group(2)) * days, hit.start(), hit.end()
    for hit in _SPAN.finditer(folded):
        start, end = int(hit.group(1)), int(hit.group(3))
        end += 12 if end <= start and end < 12 else 0
        length = end - start - (1 if end - start >= 9 else 0)
        if start <= 22 and end <= 24 and 2 <= length <= 12:
            yield "weekly_hours", length * days, hit.start(), hit.end()
            return

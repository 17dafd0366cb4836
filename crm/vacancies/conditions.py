"""Conditions of a vacancy read from its text in az, ru or en: training, transport, home, openings and pay. Times are in hours.py."""

import re

from crm.skills.fold import match_key
from crm.vacancies.noted import PHONE, Noted, PlainText

# A month has 22 working days in a five-day week and 26 in a six-day one: a daily wage becomes that range.
DAYS_A_MONTH = (22, 26)
# Sums outside are a price, a year or a phone number.
LEAST_PAY, MOST_PAY = 100, 10_000


def training(text: PlainText) -> Noted[bool] | None:
    """True when the employer teaches or asks for no experience."""
    return text.noted(_TRAINING, True)


def training_words(text: PlainText) -> list[str]:
    """Every phrase that offers it: "təcrübə tələb olunmur, təlim keçirilir" does so twice."""
    return [text.words(hit) for hit in _TRAINING.finditer(text.plain)]


def transport(text: PlainText) -> Noted[bool] | None:
    return text.noted(_NO_TRANSPORT, False) or text.noted(_TRANSPORT, True)


def home_based(text: PlainText) -> Noted[bool] | None:
    return text.noted(_HOME, True)


def openings(text: PlainText) -> Noted[int] | None:
    """How many people, when a number stands before people or workers."""
    hit = text.search(_OPENINGS)
    if not hit:
        return None
    said = hit.group(1)
    return Noted(int(said) if said.isdecimal() else _NUMBERS[said], text.words(hit))


def number(key: str) -> int | None:
    """A count of people below 100 from one word's matching key, in digits or in a word; None for any other word."""
    return (int(key) if key.isdecimal() and int(key) < 100 else None) or _NUMBER_KEYS.get(key)


def pay(text: PlainText) -> tuple[Noted[int] | None, Noted[int] | None]:
    """Lowest and highest monthly pay in AZN. Pay by piece, kilo, event or hour gives none: it depends on the work done."""
    text = text.without(PHONE)
    for pattern in (_PAY_NAMED, _PAY_MONEY, _PAY_RANGE):
        for hit in pattern.finditer(text.plain):
            if _BY_PIECE.search(_near(text.plain, hit)):
                continue
            found = _sum(hit, text)
            if found != (None, None):
                return found
    return None, None


def _sum(hit: re.Match[str], text: PlainText) -> tuple[Noted[int] | None, Noted[int] | None]:
    words = text.words(hit)
    low = _number(hit["low"])
    high = _number(hit["high"]) if hit["high"] else low
    before = text.plain[max(0, hit.start("low") - 9) : hit.start("low")]
    after = text.plain[hit.end("high" if hit["high"] else "low") :]
    if high < LEAST_PAY and _DAILY.search(text.plain[max(0, hit.start() - 24) : hit.end() + 12]):
        low, high = low * DAYS_A_MONTH[0], high * DAYS_A_MONTH[1]
    if not LEAST_PAY <= low <= high <= MOST_PAY:
        return None, None
    if not hit["high"] and (_AT_MOST_BEFORE.search(before) or _AT_MOST_AFTER.match(after)):
        return None, Noted(high, words)
    if not hit["high"] and (_AT_LEAST_BEFORE.search(before) or _AT_LEAST_AFTER.match(after)):
        return Noted(low, words), None
    return Noted(low, words), Noted(high, words)


def _near(plain: str, hit: re.Match[str]) -> str:
    """The sum with a few words around it, not beyond a comma: "iş saatı 9-18, maaş 380 AZN" is no wage by the hour."""
    before = re.split(r"[,;.\n]", plain[max(0, hit.start() - 20) : hit.start()])[-1]
    return before + hit.group() + re.split(r"[,;.\n]", plain[hit.end() : hit.end() + 14])[0]


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


_TRAINING = re.compile(
    r"(?:telim|kurs|treninq)\w*\s+(?:ve \w+\s+)?(?:pulsuz|odenissiz|veril|kecir|kecil|olacaq|var\b|odenissiz|teskil)\w*|oyredirik\w*|oyredilir\w*|oyredeceyik|oyredilecek"
    r"|tecrubesiz\w*|(?:tecrube|staj)\w*\s+(?:\w+\s+)?(?:teleb (?:olunmur|edilmir|etmirik)|olmadan|lazim olmur|vacib deyil|sert deyil|lazim deyil|mutleq deyil|olmasa da)"
    r"|(?:без опыта|опыт\w*(?: работы)?\s+(?:не\s+\w+|необязател\w*))|обучаем|обуч(?:им|ение|ения)\b|научим|стажировк\w*"
    r"|(?:no|without) experience|experience (?:is )?not (?:required|needed|necessary)|(?:on-the-job )?training (?:is )?(?:provided|given|offered)"
    r"|we (?:will )?(?:teach|train)"
)
_TRANSPORT = re.compile(
    r"(?:\byol\b|neqliyyat\w*|gedis-gelis)\s*(?:,|ve)?\s*(?:nahar|yemek|xerci)?\s*(?:sirket\w*|muessise\w*|bizim)\s+(?:hesabina|terefinden)|\byol(?:u|\s+pulu)?\s+(?:ve\s+\w+\s+)?(?:sirketden|muessiseden|bizden)|(?:sirket\w*|is yerinin|bizim) (?:avtobus|masin|servis)\w*"
    r"|(?:masin\w*|servis\w*)\s+(?:goturur|gotururuk|dasiyir|catdir)\w*|проезд\w* (?:оплач|бесплат|за счёт|за счет|компенс)\w*|"
    r"(?:servis|avtobus|neqliyyat|transport|masin|mikroavtobus|yol pulu|yol xerc\w*)\w*\s+(?:\w+\s+){0,2}(?:var\b|vardir|movcud\w*|verilir|bizden|odenil\w*|temin\w*|aparib|apar\w*|getir\w*|isleyir|pulsuz)"
    r"|aparib[- ]getir\w*|развозк\w*|довозк\w*|доставка (?:сотрудников|до работы)|транспорт\w* (?:предостав\w*|есть|бесплат\w*|компании|оплач\w*)|служебн\w+ (?:автобус|транспорт)\w*"
    r"|(?:предоставляется|есть|бесплатный) (?:транспорт|автобус)|transport(?:ation)? (?:is )?(?:provided|available|included|paid)|(?:free )?shuttle|(?:company|free) (?:bus|transport)|pick-?up"
)
_NO_TRANSPORT = re.compile(
    r"(?:servis|neqliyyat|transport)\w*\s+(?:yoxdur|verilmir|yoxdu|odenilmir)|транспорт\w* (?:нет|не предостав\w*)|no transport"
)
_HOME = re.compile(
    r"\bevde(?:n)?\s+(?:de\s+)?(?:isle\w*|is\b|isi\b|gorul\w*|tikmek|sifaris)|uzaqdan|distant\w*|\bevden\b|удал[её]нн?\w*|на дому|из дома|дистанционн\w*"
    r"|(?:work|working) from home|home[- ]based|remote(?:ly)?\b|at home"
)
_NUMBERS = {
    "bir": 1, "iki": 2, "uc": 3, "dord": 4, "bes": 5, "alti": 6, "yeddi": 7, "sekkiz": 8, "doqquz": 9, "on": 10,
    "один": 1, "одна": 1, "два": 2, "две": 2, "двое": 2, "три": 3, "трое": 3, "четыре": 4, "четверо": 4, "пять": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
}  # fmt: skip
_NUMBER_KEYS = {match_key(word): count for word, count in _NUMBERS.items()}
_OPENINGS = re.compile(
    rf"(?<![\d:.,/-])\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s*(?:-\s*)?(?:nefer\w*|neferlik|isci\w*|emekdas\w*|xanim\w*|qadin\w*|yer\b|bos yer|vakansiya|"
    r"человек\w*|сотрудни\w+|работни\w+|женщин\w*|мест\w*|вакансии|people|persons?|workers?|women|employees|positions?|openings?|staff)"
    r"(?!\w*\s+(?:is vaxti|saat))"
)
_AMOUNT = r"(?P<low>\d{1,2}[ .]\d{3}|\d{1,5})(?:\s*(?:azn|manat)?(?:-?(?:den|dan)\s+|(?:-?(?:den|dan))?\s*(?:-|/|do|до|to|ile)\s*)(?P<high>\d{1,2}[ .]\d{3}|\d{1,5}))?"
_MONEY = r"(?:azn|manat\w*|man\b|₼|ман(?:ат)?\w*|\bm\b)"
_PAY_NAMED = re.compile(
    r"(?:maas\w*|\bayda\b|emek ?haqqi\w*|emekhaqqi\w*|ayliq\w*|odenis\w*|gelir\w*|oklad\w*|зарплат\w*|заработн\w* плат\w*|з/?п\b|оклад\w*|оплат\w*|salary|pay|wage\w*|paid)"
    rf"(?:\s*[:=-]\s*|\s+)(?:\w+\s+){{0,2}}?(?:от\s+|до\s+|from\s+|up to\s+|min\.?\s+)?{_AMOUNT}(?!\s*(?:saat|gun\b|il\b|%|час|дн|лет|hours?|days?|years?))\s*{_MONEY}?"
)
_PAY_MONEY = re.compile(rf"(?<![\d:.])\b{_AMOUNT}\s*{_MONEY}")
_PAY_RANGE = re.compile(r"(?<![\d:.])\b(?P<low>[2-9]\d0|1\d{3})\s*-\s*(?P<high>[2-9]\d0|1\d{3})\b(?![:.]\d)")
_BY_PIECE = re.compile(
    r"\bkq\b|\bkq-a|kilo|\bkg\b|meclis|saati\b|saatliq|\bsaata\b|\beded|\bmetr|sifaris|за (?:кг|штуку|час|метр|смену)|в час|per (?:kg|hour|piece|event)|hourly|an hour"
)
_DAILY = re.compile(r"gunluk|\bgune\b|\bgunde\b|gunu\b|в день|за день|дневн\w*|per day|a day|daily")
_AT_MOST_BEFORE = re.compile(r"\b(?:до|up to|max\.?)\s*$")
_AT_MOST_AFTER = re.compile(r"\s*(?:azn|manat)?\w*\s*-?[ae]?\s*(?:qeder|kimi)\b")
_AT_LEAST_BEFORE = re.compile(r"\b(?:от|from|min\.?|minimum|azi|at least)\s*$")
_AT_LEAST_AFTER = re.compile(
    r"\s*(?:azn|manat)?\s*-?(?:den|dan)\b|\s*(?:azn|manat)?\s*\+|\s*(?:azn|manat)\w*\s+(?:ve\s+)?(?:yuxari|daha)"
)
